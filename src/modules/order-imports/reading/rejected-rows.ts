import { readSpreadsheet, writeCsv, writeXlsx, type SpreadsheetLimits } from '../../../spreadsheets/index.js';
import { reasonHeader, type SheetColumn } from '../../../order-sheets/index.js';

/** An order that was not imported: its rows, and all its reasons in one text. */
export interface RejectedRow {
  row: number;
  lastRow: number;
  reasons: string;
}

/** What to write into a file of rejected rows, and how; plain data only. */
export interface RejectedPlan {
  path: string;
  fileName: string;
  limits: Partial<SpreadsheetLimits>;
  sheet: string | null;
  columns: SheetColumn[];
  format: 'csv' | 'xlsx';
}

/**
 * The bytes of a spreadsheet with the file's own header and its rejected rows, each followed by its reasons.
 */
export function rejectedRowsFile(
  plan: RejectedPlan,
  nextPage: () => Promise<RejectedRow[]>,
): AsyncIterable<Uint8Array> {
  const rows = withReasons(plan, rejectedRows(nextPage));
  return plan.format === 'xlsx' ? (writeXlsx(rows) as AsyncIterable<Uint8Array>) : writeCsv(rows);
}

async function* withReasons(
  { path, fileName, limits, sheet, columns }: RejectedPlan,
  rejected: AsyncGenerator<RejectedRow, void, void>,
): AsyncGenerator<string[], void, void> {
  // A file corrected for the second time already has the column.
  const kept = columns.filter(({ header }) => header !== reasonHeader);
  yield [...kept.map(({ header }) => header), reasonHeader];
  let next = await rejected.next();
  if (next.done) return;
  const spreadsheet = await readSpreadsheet(path, { fileName, limits, ...(sheet !== null && { sheet }) });
  for await (const batch of spreadsheet.batches()) {
    for (const { number, cells } of batch) {
      if (next.done) return;
      if (number < next.value.row) continue;
      yield [...kept.map(({ index }) => cells[index] ?? ''), next.value.reasons];
      if (number >= next.value.lastRow) next = await rejected.next();
    }
  }
}

async function* rejectedRows(
  nextPage: () => Promise<RejectedRow[]>,
): AsyncGenerator<RejectedRow, void, void> {
  for (;;) {
    const rows = await nextPage();
    if (rows.length === 0) return;
    yield* rows;
  }
}
