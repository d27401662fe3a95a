import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readSpreadsheet, type SpreadsheetRow } from '../../src/spreadsheets/index.js';
import type { ColumnTarget } from '../../src/order-sheets/index.js';

const DIRECTORY = join(import.meta.dirname, '../fixtures/spreadsheets/real');

/** What a file must become; `README.md` beside the files says what each part means. */
export interface ExpectedOrders {
  profile: string | null;
  columns: Record<string, string | ColumnTarget>;
  notApplied: string[];
  options?: { countryCode?: string; groupBy?: string; mapping?: Record<string, ColumnTarget> };
  orders: ({ row: number } & Record<string, unknown>)[];
  rejected: { row: number; code: string | null }[];
  refused?: string;
}

/** A file in a layout that shops and carriers send, and the orders in it. */
export interface RealFile {
  name: string;
  path: string;
  expected: ExpectedOrders;
}

export const REAL_FILES: readonly RealFile[] = readdirSync(DIRECTORY)
  .filter((name) => ['.csv', '.tsv', '.xlsx'].includes(extname(name)))
  .sort()
  .map((name) => {
    const expectation = join(DIRECTORY, `${basename(name, extname(name))}.orders.json`);
    const expected = JSON.parse(readFileSync(expectation, 'utf8')) as ExpectedOrders;
    return { name, path: join(DIRECTORY, name), expected };
  });

/** The first sheet with the expected headers: its header row, and the rows below. */
export async function readRealFile({ name, path, expected }: RealFile) {
  const first = await readSpreadsheet(path, { fileName: name });
  const sheets = first.format === 'xlsx' ? [first.sheet, ...first.otherSheets] : [undefined];
  for (const sheet of sheets) {
    const rows: SpreadsheetRow[] = [];
    const file = await readSpreadsheet(path, { fileName: name, sheet });
    for await (const batch of file.batches()) rows.push(...batch);
    const start = rows.findIndex(({ cells }) =>
      Object.keys(expected.columns).every((header) => cells.includes(header)),
    );
    if (start >= 0) return { header: rows[start]!.cells, rows: rows.slice(start + 1) };
  }
  throw new Error(`${name} has not the headers of its expectation`);
}
