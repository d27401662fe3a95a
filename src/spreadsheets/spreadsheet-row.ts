/** One row with content; cells are text and may be fewer than the header's. */
export interface SpreadsheetRow {
  /** As the spreadsheet program numbers it: its first row is 1, blank rows count. */
  number: number;
  cells: string[];
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}
