import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';

/** Where Waybill's files are, built or not. */
const ownFolder = new URL('../../', import.meta.url).href;

/** Of places that were asked for: errors come from few, but a message may look like any. */
const known = new Map<string, string>();
const mostKnown = 1000;

/**
 * The lines of a stack with the places in the source instead of those in the bundle, where there are maps of it. Node
 * would do so by itself, but reads all maps at the start, and keeps them.
 * @param folder the URL below which files may have maps; those of others are not read
 */
export function atSource(stack: string, folder = ownFolder): string {
  const maps = new Map<string, SourceMap>();
  const toSource = (place: string, url: string, line: string, column: string) => {
    if (!URL.parse(url)?.href.startsWith(folder)) return place;
    const found = known.get(place) ?? find(url, Number(line), Number(column), maps) ?? place;
    if (known.size >= mostKnown) known.clear();
    known.set(place, found);
    return found;
  };
  return stack.replaceAll(/(file:\/\/\S{1,1000}?\.js):(\d+):(\d+)/g, toSource);
}

/**
 * @param line from 1, as `column`
 * @returns the file of the source, and the line in it
 */
function find(url: string, line: number, column: number, maps: Map<string, SourceMap>): string | undefined {
  try {
    const map = maps.get(url) ?? new SourceMap(payloadOf(url));
    maps.set(url, map);
    // Of a place that the map does not know, it tells the one before.
    const entry = map.findEntry(line - 1, column - 1);
    if (!('originalSource' in entry) || entry.generatedLine !== line - 1) return undefined;
    return `${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}`;
  } catch {
    // There is no map, or the URL is none of a file.
    return undefined;
  }
}

function payloadOf(url: string): SourceMapPayload {
  return JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')) as SourceMapPayload;
}
