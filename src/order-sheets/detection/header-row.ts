import { type SpreadsheetRow } from '../../spreadsheets/index.js';
import { looksLikeValue } from './content/cell-kinds.js';
import { normalizeHeader } from './header-similarity.js';

/** Longer headers are cut. */
const LONGEST_HEADER = 300;
export const HEADER_ROWS_SEARCHED = 20;
/** A header that is much narrower than its table is a title. */
const WIDE_ENOUGH = 0.6;
/** Headers are words: a row with more values than this is one of the orders. */
const MOST_VALUES = 0.3;

/**
 * Finds the header among the first rows: the one with the most known headers, the first of several; if no row has
 * any, the first that is about as wide as the widest.
 */
export function headerRow(
  rows: readonly SpreadsheetRow[],
  isKnown: (key: string) => boolean,
): SpreadsheetRow | undefined {
  const searched = rows.slice(0, HEADER_ROWS_SEARCHED).map(headerTexts);
  const widest = Math.max(...searched.map(width));
  const isWide = (row: SpreadsheetRow) => width(row) >= widest * WIDE_ENOUGH;
  let best: SpreadsheetRow | undefined;
  let most = 0;
  for (const row of searched) {
    const known = knownHeaders(row, isKnown);
    const count = known === 1 && !isWide(row) ? 0 : known;
    if (count > most && !holdsValues(row)) [best, most] = [row, count];
  }
  return best ?? searched.find(isWide);
}

/** A row's cells as headers, as they can be displayed, and stored by PostgreSQL. */
export function headerTexts({ number, cells }: SpreadsheetRow): SpreadsheetRow {
  return {
    number,
    cells: cells.map((cell) => cell.slice(0, LONGEST_HEADER).toWellFormed().replaceAll('\0', '').trim()),
  };
}

/**
 * The normalised headers. Where several columns have one header, the titles in the row above tell them apart: a
 * "Street" below "Delivery" is a delivery street.
 */
export function headerKeys(
  header: SpreadsheetRow,
  rows: readonly SpreadsheetRow[],
  isBetter: (whole: string, key: string) => boolean,
): string[] {
  const keys = header.cells.map(normalizeHeader);
  const repeated = new Set(keys.filter((key, index) => key !== '' && keys.indexOf(key) !== index));
  if (repeated.size === 0) return keys;
  const titles = titlesAbove(header, rows);
  return keys.map((key, index) => {
    const whole = normalizeHeader(`${titles[index] ?? ''} ${key}`);
    return repeated.has(key) && isBetter(whole, key) ? whole : key;
  });
}

/** A title stands above the first of its columns; programs that merge cells leave the others empty. */
function titlesAbove(header: SpreadsheetRow, rows: readonly SpreadsheetRow[]): string[] {
  const above = rows.findLast(({ number }) => number < header.number);
  if (!above || width(headerTexts(above)) < 2) return [];
  const { cells } = headerTexts(above);
  let title = '';
  return header.cells.map((_, index) => (title = cells[index] || title));
}

function knownHeaders({ cells }: SpreadsheetRow, isKnown: (key: string) => boolean): number {
  return new Set(cells.map(normalizeHeader).filter((key) => key !== '' && isKnown(key))).size;
}

function holdsValues(row: SpreadsheetRow): boolean {
  return row.cells.filter(looksLikeValue).length > width(row) * MOST_VALUES;
}

function width({ cells }: SpreadsheetRow): number {
  return cells.filter((cell) => cell !== '').length;
}
