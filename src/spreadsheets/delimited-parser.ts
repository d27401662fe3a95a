import { isGuarded } from './formula-guard.js';
import { cellTooLarge, type SpreadsheetLimits, tooManyColumns, tooManyRows } from './limits.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import { isBlank, type SpreadsheetRow } from './spreadsheet-row.js';

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const UNFINISHED = -1;

/**
 * Reads delimiter-separated text piece by piece.
 *
 * Records end at LF, CRLF or CR, even mixed in one file; a quoted cell keeps its line breaks as they are.
 * A quote that is not doubled inside a cell is taken as text when the cell is on one line.
 */
export class DelimitedParser {
  private text = '';
  private row = 1;
  private rowsWithContent = 0;
  private readonly delimiterCode: number;

  constructor(
    private readonly delimiter: string,
    private readonly limits: SpreadsheetLimits,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
  }

  /**
   * Takes the next piece of text and gives the rows it completes; blank rows are counted, not given.
   *
   * @throws SpreadsheetError past a limit, at a NUL, at a quote that is never closed
   */
  push(piece: string): SpreadsheetRow[] {
    const nul = piece.indexOf('\0');
    this.text += nul === -1 ? piece : piece.slice(0, nul);
    const rows = this.parse(false);
    if (nul !== -1) throw containsNul(this.row);
    return rows;
  }

  /** Gives the last row when the text does not end in a line break. */
  end(): SpreadsheetRow[] {
    return this.parse(true);
  }

  private parse(final: boolean): SpreadsheetRow[] {
    const { text } = this;
    const rows: SpreadsheetRow[] = [];
    let start = 0;
    let quote = text.indexOf('"');
    let lf = text.indexOf('\n');
    let cr = text.indexOf('\r');
    while (start < text.length) {
      if (quote !== -1 && quote < start) quote = text.indexOf('"', start);
      if (lf !== -1 && lf < start) lf = text.indexOf('\n', start);
      if (cr !== -1 && cr < start) cr = text.indexOf('\r', start);
      const lineEnd = cr === -1 || (lf !== -1 && lf < cr) ? lf : cr;
      const plain = lineEnd !== -1 && (quote === -1 || quote > lineEnd);
      const cells = plain ? text.slice(start, lineEnd).split(this.delimiter) : [];
      const end = plain ? lineEnd : this.readCells(cells, start, final);
      const next = end === UNFINISHED ? UNFINISHED : this.skipLineBreak(end, final);
      if (next === UNFINISHED) break;
      this.finishRow(cells, end - start, rows);
      start = next;
    }
    this.text = text.slice(start);
    return rows;
  }

  private finishRow(cells: string[], length: number, rows: SpreadsheetRow[]): void {
    if (cells.length > this.limits.maxColumns) throw tooManyColumns(this.limits, this.row);
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] ?? '';
      if (isGuarded(cell)) cells[i] = cell.slice(1);
    }
    if (length > this.limits.maxCellLength) {
      const large = cells.findIndex((cell) => cell.length > this.limits.maxCellLength);
      if (large !== -1) throw cellTooLarge(this.limits, this.row, large + 1);
    }
    if (!isBlank(cells)) {
      this.rowsWithContent += 1;
      if (this.rowsWithContent > this.limits.maxRows + 1) throw tooManyRows(this.limits);
      rows.push({ number: this.row, cells });
    }
    this.row += 1;
  }

  /** Reads one record cell by cell and gives the position of its line break, or UNFINISHED. */
  private readCells(cells: string[], start: number, final: boolean): number {
    const { text, limits } = this;
    for (let position = start; ; position += 1) {
      const quoted = text.charCodeAt(position) === QUOTE;
      const end = quoted ? this.endOfQuotes(position, cells.length + 1, final) : this.endOfCell(position);
      if (end === UNFINISHED) return UNFINISHED;
      cells.push(quoted ? unquote(text, position, end) : text.slice(position, end));
      if (cells.length > limits.maxColumns) throw tooManyColumns(limits, this.row);
      if (end - position > limits.maxCellLength * 2 + 2) throw cellTooLarge(limits, this.row, cells.length);
      if (end >= text.length) return final ? text.length : UNFINISHED;
      if (text.charCodeAt(end) !== this.delimiterCode) return end;
      position = end;
    }
  }

  private endOfCell(start: number): number {
    const { text, delimiterCode } = this;
    for (let i = start; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === delimiterCode || code === LF || code === CR) return i;
    }
    return text.length;
  }

  /** The position after the closing quote and the spaces that may follow it. */
  private endOfQuotes(open: number, column: number, final: boolean): number {
    const { text, delimiterCode } = this;
    for (let quote = text.indexOf('"', open + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
      if (text.charCodeAt(quote + 1) === QUOTE) {
        quote += 1;
        continue;
      }
      let after = quote + 1;
      while (text.charCodeAt(after) === SPACE) after += 1;
      if (after >= text.length) return final ? after : UNFINISHED;
      const code = text.charCodeAt(after);
      if (code === delimiterCode || code === LF || code === CR) return after;
      if (hasLineBreak(text, open, quote)) throw unclosedQuote(this.row, column);
    }
    const tooLong = text.length - open > this.limits.maxCellLength * 2;
    if (final || (tooLong && hasLineBreak(text, open, text.length))) throw unclosedQuote(this.row, column);
    if (tooLong) throw cellTooLarge(this.limits, this.row, column);
    return UNFINISHED;
  }

  private skipLineBreak(end: number, final: boolean): number {
    const { text } = this;
    if (text.charCodeAt(end) !== CR) return end + 1;
    // A CR that ends the piece may be the first half of a CRLF.
    if (end + 1 === text.length && !final) return UNFINISHED;
    return text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }
}

function unquote(text: string, open: number, end: number): string {
  const value = text.slice(open + 1, text.lastIndexOf('"', end - 1));
  return value.includes('"') ? value.replaceAll('""', '"') : value;
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  const part = text.slice(start, end);
  return part.includes('\n') || part.includes('\r');
}

function unclosedQuote(row: number, column: number): SpreadsheetError {
  return new SpreadsheetError(
    'unclosed_quote',
    'A quotation mark opens here and is never closed. Close it, or write a quotation mark inside a text twice.',
    { row, column },
  );
}

function containsNul(row: number): SpreadsheetError {
  return new SpreadsheetError(
    'contains_nul',
    'This row holds a NUL character, which no text file should. Save the spreadsheet as CSV again.',
    { row },
  );
}
