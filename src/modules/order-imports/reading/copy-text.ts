import { arrayLiteral } from '../../../database/sql/array-literal.js';

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format. */
export function copyValue(value: string | number | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'number') return String(value);
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : value;
}

/** A list of texts as a PostgreSQL array, in COPY's text format. */
export function copyArray(values: readonly string[]): string {
  return values.length === 0 ? '{}' : copyValue(arrayLiteral(values));
}
