import { counted, type UploadProgress } from '../files/upload-progress.js';
import { wrong } from './argument.js';
import type { CallSpec, SentBody } from './call-spec.js';

/** The whole URL of a call. @throws ArgumentError for what cannot stand in a path or query. */
export function requestUrl(base: string, { url, path = {}, query = {} }: CallSpec): string {
  const filled = url.replace(/{(\w+)}/g, (_, name: string) => segment(name, path[name]));
  const search = new URLSearchParams();
  for (const [name, value] of parameters(query)) search.append(name, plainText(name, value));
  const tail = search.toString();
  return base + filled + (tail ? `?${tail}` : '');
}

/** A list is one parameter for each item, an object one for each field: `metadata[key]`. */
function parameters(query: object): [string, unknown][] {
  return definedEntries<unknown>(query).flatMap(([name, value]): [string, unknown][] => {
    if (Array.isArray(value)) return value.map((item: unknown) => [name, item]);
    if (isPlain(value)) return [[name, value]];
    return definedEntries<unknown>(value).map(([key, field]) => [`${name}[${key}]`, field]);
  });
}

/** JSON, or a form with its files. */
export async function bodyOf(
  { body, formData }: CallSpec,
  onProgress: ((progress: UploadProgress) => void) | undefined,
): Promise<SentBody | undefined> {
  if (formData) {
    const data = form(formData);
    return onProgress ? counted(data, onProgress) : { init: () => ({ body: data }) };
  }
  if (body === undefined) return undefined;
  const text = JSON.stringify(body);
  return { type: 'application/json', init: () => ({ body: text }) };
}

export function definedEntries<T>(
  values: Record<string, T> | object | undefined,
): [string, NonNullable<T>][] {
  return Object.entries(values ?? {}).filter((entry): entry is [string, NonNullable<T>] => entry[1] != null);
}

/** One path segment; dot segments would climb out of the path. */
function segment(name: string, value: unknown): string {
  if (value == null) throw wrong(`${name} is missing.`);
  const text = plainText(name, value);
  if (text === '' || text === '.' || text === '..')
    throw wrong(`${name} is “${text}”, which cannot stand in a path.`);
  return encodeURIComponent(text);
}

function plainText(name: string, value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw wrong(`${name} has to be text, a number, true, false or a Date.`);
}

function form(fields: object): FormData {
  const data = new FormData();
  // Texts first: the server knows what to do with the file when it arrives.
  const entries = definedEntries<unknown>(fields).sort(
    ([, a], [, b]) => Number(isBinary(a)) - Number(isBinary(b)),
  );
  for (const [name, value] of entries) {
    if (value instanceof Blob) data.append(name, value);
    else if (value instanceof Uint8Array) data.append(name, new Blob([value]));
    else data.append(name, isPlain(value) ? plainText(name, value) : JSON.stringify(value));
  }
  return data;
}

function isBinary(value: unknown): boolean {
  return value instanceof Blob || value instanceof Uint8Array;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value instanceof Date;
}
