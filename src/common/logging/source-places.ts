import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** As much of a source map as is needed here. */
interface SourceMap {
  sources: string[];
  mappings: string;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digits = Uint8Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)));
const [comma, semicolon] = [','.charCodeAt(0), ';'.charCodeAt(0)];

/** Of all places that were asked for: errors come from few. */
const known = new Map<string, string>();

/**
 * The lines of a stack with the places in the source instead of those in the bundle, where there are maps of it. Node
 * would do so by itself, but reads all maps at the start, and keeps them.
 */
export function atSource(stack: string): string {
  const maps = new Map<string, SourceMap | undefined>();
  return stack.replaceAll(/file:\/\/\S+?\.js(?=:\d+:\d+)(?::\d+){2}/g, (place) => {
    const found = known.get(place) ?? find(place, maps);
    known.set(place, found);
    return found;
  });
}

function find(place: string, maps: Map<string, SourceMap | undefined>): string {
  const [, url, line, column] = /^(.+):(\d+):(\d+)$/.exec(place)!;
  const file = fileURLToPath(url!);
  if (!maps.has(file)) maps.set(file, readMap(file));
  const map = maps.get(file);
  const [source, sourceLine] = (map && lookUp(map.mappings, Number(line), Number(column) - 1)) ?? [];
  if (source === undefined) return place;
  return `${map!.sources[source]!.replace(/^(\.\.\/)+/, '')}:${sourceLine}`;
}

function readMap(file: string): SourceMap | undefined {
  try {
    return JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMap;
  } catch {
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
