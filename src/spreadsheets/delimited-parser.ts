import Papa from 'papaparse';
import { isGuarded } from './formula-guard.js';
import { cellTooLarge, type SpreadsheetLimits, tooManyColumns, tooManyRows } from './limits.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import { isBlank, type SpreadsheetRow } from './spreadsheet-row.js';

/** A record longer than this is looked at before more of it is read: it may never end. */
const SUSPICIOUS_LENGTH = 256 * 1024;

/**
 * Reads delimiter-separated text piece by piece with papaparse.
 *
 * Records end at LF, CRLF or CR, even mixed in one file; line breaks within cells are given as LF.
 * A quote that is not doubled inside a cell is taken as text when the cell is on one line.
 */
export class DelimitedParser {
  private readonly parser: Papa.Parser;
  private text = '';
  private heldBack = '';
  private row = 1;
  private rowsWithContent = 0;

  constructor(
    private readonly delimiter: string,
    private readonly limits: SpreadsheetLimits,
  ) {
    this.parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' });
  }

  /**
   * Takes the next piece of text and gives the rows it completes; blank rows are counted, not given.
   *
   * @throws SpreadsheetError past a limit, at a NUL, at a quote that is never closed
   */
  push(piece: string): SpreadsheetRow[] {
    const nul = piece.indexOf('\0');
    this.text += this.withLineFeeds(nul === -1 ? piece : piece.slice(0, nul));
    const rows = this.parse(false);
    if (nul !== -1) throw containsNul(this.row);
    return rows;
  }

  /** Gives the last row when the text does not end in a line break. */
  end(): SpreadsheetRow[] {
    if (this.heldBack) this.text += '\n';
    return this.text === '' ? [] : this.parse(true);
  }

  /** papaparse wants one kind of line break. A CR that ends the piece may be half of a CRLF: it waits. */
  private withLineFeeds(piece: string): string {
    const text = this.heldBack + piece;
    this.heldBack = text.endsWith('\r') ? '\r' : '';
    const whole = this.heldBack ? text.slice(0, -1) : text;
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }

  private parse(final: boolean): SpreadsheetRow[] {
    const endless = this.endlessLine();
    if (endless !== -1) {
      this.finishRecords(this.text.slice(0, endless), false);
      throw tooManyColumns(this.limits, this.row);
    }
    if (!final && !this.text.includes('\n')) return this.keepWaiting();
    const { rows, cursor } = this.finishRecords(this.text, final);
    this.text = final ? '' : this.text.slice(cursor);
    return final ? rows : this.keepWaiting(rows);
  }

  private finishRecords(text: string, final: boolean): { rows: SpreadsheetRow[]; cursor: number } {
    const { data, errors, meta } = this.read(text, !final);
    const rows: SpreadsheetRow[] = [];
    const oddQuotes = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
    for (const [index, cells] of data.entries()) {
      if (oddQuotes.has(index)) this.refuseRunawayQuote(cells, final && index === data.length - 1);
      // What follows the last line break is no row when it is nothing.
      if (final && index === data.length - 1 && cells.length === 1 && cells[0] === '') continue;
      this.finishRow(cells, rows);
    }
    return { rows, cursor: meta.cursor };
  }

  private read(text: string, ignoreLastRow: boolean) {
    return this.parser.parse(text, 0, ignoreLastRow) as Papa.ParseResult<string[]>;
  }

  /** Looks at a record that has grown long without an end, so that a bad file is refused before it is all read. */
  private keepWaiting(rows: SpreadsheetRow[] = []): SpreadsheetRow[] {
    if (this.text.length <= SUSPICIOUS_LENGTH) return rows;
    const { data, errors } = this.read(this.text, false);
    const cells = data[0] ?? [];
    if (errors.some(({ type }) => type === 'Quotes')) this.refuseRunawayQuote(cells, false);
    this.checkLimits(cells);
    return rows;
  }

  private finishRow(cells: string[], rows: SpreadsheetRow[]): void {
    this.checkLimits(cells);
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i] ?? '';
      if (isGuarded(cell)) cells[i] = cell.slice(1);
    }
    if (!isBlank(cells)) {
      this.rowsWithContent += 1;
      if (this.rowsWithContent > this.limits.maxRows + 1) throw tooManyRows(this.limits);
      rows.push({ number: this.row, cells });
    }
    this.row += 1;
  }

  private checkLimits(cells: string[]): void {
    const { maxColumns, maxCellLength } = this.limits;
    if (cells.length > maxColumns) throw tooManyColumns(this.limits, this.row);
    const large = cells.findIndex((cell) => cell.length > maxCellLength);
    if (large !== -1) throw cellTooLarge(this.limits, this.row, large + 1);
  }

  /** A cell whose quotes do not match and that swallowed line breaks has swallowed other rows. */
  private refuseRunawayQuote(cells: string[], last: boolean): void {
    const column = cells.findIndex((cell) => cell.includes('\n'));
    if (column !== -1) throw unclosedQuote(this.row, column + 1);
    if (last && cells.at(-1)?.length) throw unclosedQuote(this.row, cells.length);
  }

  /**
   * Where a line of hundreds of thousands of cells begins, or -1: papaparse takes time by the square of them.
   * A cell may hold delimiters, as many as it may be long.
   */
  private endlessLine(): number {
    const { text, limits } = this;
    for (let start = 0; start < text.length;) {
      const end = text.indexOf('\n', start);
      const length = (end === -1 ? text.length : end) - start;
      if (length > limits.maxCellLength) {
        const cells = text.slice(start, start + length).split(this.delimiter).length;
        if (cells > limits.maxColumns + limits.maxCellLength) return start;
      }
      start += length + 1;
    }
    return -1;
  }
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
