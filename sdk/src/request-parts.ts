import type { ApiRequestOptions } from './generated/core/ApiRequestOptions.js';

/** The whole URL of a call. @throws TypeError for what cannot stand in a path or query. */
export function requestUrl(base: string, { url, path = {}, query = {} }: ApiRequestOptions): string {
  const filled = url.replace(/{(\w+)}/g, (_, name: string) => segment(name, path[name]));
  const search = new URLSearchParams();
  for (const [name, value] of definedEntries(query)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value])
      search.append(name, plainText(name, item));
  }
  const tail = search.toString();
  return base.replace(/\/+$/, '') + filled + (tail ? `?${tail}` : '');
}

/** JSON, or a form with its files; sets the content type where the form does not set its own. */
export function requestBody(
  { body, formData }: ApiRequestOptions,
  headers: Headers,
): FormData | string | undefined {
  if (formData) return form(formData);
  if (body === undefined) return undefined;
  headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

export function definedEntries<T>(values: Record<string, T> | undefined): [string, NonNullable<T>][] {
  return Object.entries(values ?? {}).filter((entry): entry is [string, NonNullable<T>] => entry[1] != null);
}

/** One path segment; dot segments would climb out of the path. */
function segment(name: string, value: unknown): string {
  const text = value == null ? '' : plainText(name, value);
  if (text === '' || text === '.' || text === '..')
    throw new TypeError(`${name} is “${text}”, which cannot stand in a path`);
  return encodeURIComponent(text);
}

function plainText(name: string, value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  throw new TypeError(`${name} has to be text, a number, true, false or a Date`);
}

function form(fields: Record<string, unknown>): FormData {
  const data = new FormData();
  // Texts first: the server knows what to do with the file when it arrives.
  const entries = definedEntries(fields).sort(([, a], [, b]) => Number(isBinary(a)) - Number(isBinary(b)));
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
