import { SpreadsheetError } from './spreadsheet-error.js';

/** The limits of one file; a larger one is rejected. */
export interface SpreadsheetLimits {
  /** Bytes of the file as uploaded. */
  maxBytes: number;
  /** Rows with content, without the first one. */
  maxRows: number;
  maxColumns: number;
  /** Characters (UTF-16 units) in one cell. */
  maxCellLength: number;
  /** Inflated bytes of all parts of an .xlsx file, and characters of all texts that its cells refer to. */
  maxInflatedBytes: number;
}

const MiB = 1024 * 1024;

export const DEFAULT_LIMITS: Readonly<SpreadsheetLimits> = {
  maxBytes: 50 * MiB,
  maxRows: 500_000,
  maxColumns: 200,
  maxCellLength: 32 * 1024,
  maxInflatedBytes: 1024 * MiB,
};

export function tooManyRows(limits: SpreadsheetLimits): SpreadsheetError {
  const most = limits.maxRows.toLocaleString('en-US');
  return new SpreadsheetError(
    'too_many_rows',
    `This file has more than ${most} rows. Split it into files of at most ${most} rows each.`,
  );
}

export function tooManyColumns(limits: SpreadsheetLimits, row: number): SpreadsheetError {
  return new SpreadsheetError(
    'too_many_columns',
    `This row has more than ${limits.maxColumns} columns. Remove the columns that are not needed.`,
    { row },
  );
}

export function cellTooLarge(limits: SpreadsheetLimits, row: number, column: number): SpreadsheetError {
  return new SpreadsheetError(
    'cell_too_large',
    `This cell has more than ${limits.maxCellLength.toLocaleString('en-US')} characters. Shorten its text.`,
    { row, column },
  );
}
