import Papa from 'papaparse';
import { unguardFormula } from '../formula-guard.js';
import { cellTooLarge, type SpreadsheetLimits, tooManyColumns, tooManyRows } from '../limits.js';
import { SpreadsheetError } from '../spreadsheet-error.js';
import { isBlank, type SpreadsheetRow } from '../spreadsheet-row.js';

/** A record longer than this is checked before more of it is read: it may never end. */
const SUSPICIOUS_LENGTH = 256 * 1024;

/**
 * Parses delimiter-separated text piece by piece with papaparse.
 *
 * Records end at LF, CRLF or CR, even mixed in one file; line breaks within cells become LF.
 * A quote inside a cell that is not doubled is text when the cell is on one line.
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
   * Parses the next piece of text and returns the rows it completes. Blank rows are counted but left out.
   *
   * @throws SpreadsheetError when a limit is exceeded, for a NUL, or for a quote that is never closed
   */
  push(piece: string): SpreadsheetRow[] {
    const nul = piece.indexOf('\0');
    this.text += this.withLineFeeds(nul === -1 ? piece : piece.slice(0, nul));
    const rows = this.parse(false);
    if (nul !== -1) throw containsNul(this.row);
    return rows;
  }

  /** Returns the last row if the text does not end in a line break. */
  end(): SpreadsheetRow[] {
    if (this.heldBack) this.text += '\n';
    return this.text === '' ? [] : this.parse(true);
  }

  /** papaparse supports one kind of line break. A CR at the end of the piece is held back: it may be half of a CRLF. */
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
      // Nothing after the last line break is no row.
      if (final && index === data.length - 1 && cells.length === 1 && cells[0] === '') continue;
      this.finishRow(cells, rows);
    }
    return { rows, cursor: meta.cursor };
  }

  private read(text: string, ignoreLastRow: boolean) {
    return this.parser.parse(text, 0, ignoreLastRow) as Papa.ParseResult<string[]>;
  }

  /** Checks a long unfinished record, so that a bad file is rejected before all of it is read. */
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
    for (let i = 0; i < cells.length; i += 1) cells[i] = unguardFormula(cells[i] ?? '');
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

  /** A cell with unmatched quotes that contains line breaks has swallowed other rows. */
  private refuseRunawayQuote(cells: string[], last: boolean): void {
    const column = cells.findIndex((cell) => cell.includes('\n'));
    if (column !== -1) throw unclosedQuote(this.row, column + 1);
    if (last && cells.at(-1)?.length) throw unclosedQuote(this.row, cells.length);
  }

  /**
   * The start of a line with hundreds of thousands of cells, or -1: papaparse takes quadratic time for it. A quoted
   * cell may contain as many delimiters as it may have characters.
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
