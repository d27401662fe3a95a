/** Why a file was rejected; stable, for programs. */
export type SpreadsheetErrorCode =
  | 'file_empty'
  | 'file_too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_sheets'
  | 'cell_too_large'
  | 'unclosed_quote'
  | 'contains_nul'
  | 'wrong_content'
  | 'unsupported_format'
  | 'zip_bomb'
  | 'sheet_not_found'
  | 'header_row_not_found'
  | 'not_readable';

/** Row and column, from 1, as the spreadsheet shows them. */
interface CellPosition {
  row?: number;
  column?: number;
}

/**
 * A file cannot be read. The message tells its owner what to do.
 *
 * `detail` starts with the row and column (as letters) when they are known.
 */
export class SpreadsheetError extends Error {
  readonly row: number | undefined;
  readonly column: number | undefined;

  constructor(
    readonly code: SpreadsheetErrorCode,
    explanation: string,
    position: CellPosition = {},
    options?: ErrorOptions,
  ) {
    super(describePosition(position) + explanation, options);
    this.name = 'SpreadsheetError';
    this.row = position.row;
    this.column = position.column;
  }

  get detail(): string {
    return this.message;
  }
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function emptyFile(): SpreadsheetError {
  return new SpreadsheetError(
    'file_empty',
    'This file has no rows. Add a header row and one row for each entry.',
  );
}

export function zipBomb(): SpreadsheetError {
  return new SpreadsheetError(
    'zip_bomb',
    'This workbook would unpack to far more than a spreadsheet of its size. Copy its rows to a new workbook, or save it as CSV.',
  );
}

function describePosition({ row, column }: CellPosition): string {
  if (row === undefined) return '';
  return column === undefined ? `Row ${row}: ` : `Row ${row}, column ${columnLetters(column)}: `;
}
