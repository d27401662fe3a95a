import { detectSheet, type SheetQuestion } from '../../src/order-sheets/detection/detect-sheet.js';
import { fieldOf, type SheetColumn } from '../../src/order-sheets/sheet-columns.js';

/** A question about a sheet of these rows, the first of which is row 1. */
export function askOf(rows: string[][], said: Partial<SheetQuestion> = {}): SheetQuestion {
  return {
    audience: 'client',
    mapping: {},
    taught: {},
    rows: rows.map((cells, index) => ({ number: index + 1, cells })),
    ...said,
  };
}

/** What a client's sheet of these rows is taken for. */
export function columnsOf(...rows: string[][]): SheetColumn[] {
  return detectSheet(askOf(rows))?.columns ?? [];
}

export function fieldsOf(columns: readonly SheetColumn[]) {
  return columns.map(fieldOf);
}
