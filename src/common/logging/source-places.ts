import { readFileSync } from 'node:fs';

/** As much of a source map as is needed here. */
interface SourceMap {
  sources: string[];
  mappings: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digits = Uint8Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)));
const [comma, semicolon] = [','.charCodeAt(0), ';'.charCodeAt(0)];

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

function find(url: string, line: number, column: number, maps: Map<string, SourceMap>): string | undefined {
  try {
    const map = maps.get(url) ?? (JSON.parse(readFileSync(new URL(`${url}.map`), 'utf8')) as SourceMap);
    maps.set(url, map);
    const [source, sourceLine] = lookUp(map.mappings, line, column - 1) ?? [];
    return source === undefined
      ? undefined
      : `${map.sources[source]!.replace(/^(\.\.\/)+/, '')}:${sourceLine}`;
  } catch {
    // There is no map, or the URL is none of a file.
    return undefined;
  }
}

/**
 * @param line from 1
 * @param column from 0
 * @returns the number of the source, and the line in it, from 1
 */
function lookUp(mappings: string, line: number, column: number): [number, number] | undefined {
  // The generated column, the source, its line, its column and a name: each is told by its difference to the last.
  const at = [0, 0, 0, 0, 0];
  let found: [number, number] | undefined;
  for (let index = 0, generated = 1, field = 0, value = 0, shift = 0; index <= mappings.length; index += 1) {
    const code = index < mappings.length ? mappings.charCodeAt(index) : semicolon;
    if (code === comma || code === semicolon) {
      if (generated === line && field > 1 && at[0]! <= column) found = [at[1]!, at[2]! + 1];
      field = 0;
      if (code === comma) continue;
      if (generated === line) return found;
      generated += 1;
      at[0] = 0;
      continue;
    }
    const digit = digits[code]!;
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    at[field]! += value & 1 ? -(value >> 1) : value >> 1;
    field += 1;
    value = shift = 0;
  }
  return found;
}
