import { type Delimiter } from '../text/delimiter.js';
import { guardFormula } from '../formula-guard.js';

export type Rows = Iterable<readonly string[]> | AsyncIterable<readonly string[]>;

export interface WriteCsvOptions {
  /** Default: a comma. */
  delimiter?: Delimiter;
}

const PIECE_CHARACTERS = 64 * 1024;

/**
 * Writes rows as CSV in UTF-8 with a byte order mark, which Excel needs to read accents.
 *
 * Formula-like cells get a leading apostrophe, which `readSpreadsheet` removes.
 *
 * @returns pieces of about 64 KiB; rows are read as the pieces are requested
 */
export async function* writeCsv(
  rows: Rows,
  options: WriteCsvOptions = {},
): AsyncGenerator<Buffer, void, void> {
  const { delimiter = ',' } = options;
  let text = '\uFEFF';
  for await (const row of rows) {
    text += `${row.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
    if (text.length >= PIECE_CHARACTERS) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

function csvCell(cell: string, delimiter: Delimiter): string {
  const text = guardFormula(cell);
  const quoted = text.includes(delimiter) || /["\r\n]/.test(text) || text.trim() !== text;
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}
