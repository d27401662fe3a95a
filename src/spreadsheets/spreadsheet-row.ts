/** One row with content. Its cells are text; it may have fewer than the header. */
export interface SpreadsheetRow {
  /** As the spreadsheet program numbers it: from 1, including blank rows. */
  number: number;
  cells: string[];
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
