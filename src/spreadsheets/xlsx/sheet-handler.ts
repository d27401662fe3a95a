import { unguardFormula } from '../formula-guard.js';
import { cellTooLarge, type SpreadsheetLimits, tooManyColumns, tooManyRows } from '../limits.js';
import { formatNumber, type NumberFormat, PLAIN } from './number-format.js';
import { type SharedStrings } from './shared-strings.js';
import { SpreadsheetError, zipBomb } from '../spreadsheet-error.js';
import { isBlank, type SpreadsheetRow } from '../spreadsheet-row.js';
import { attribute, type XmlHandler } from './xml-scanner.js';
import { unescapeText } from './xml-text.js';

/** A cell as nearly every program writes it: attributes in this order, no formula, no entity. */
const USUAL_CELL =
  /<c r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?(?:\/>|>(?:<v>([^<&]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<&]*)<\/t><\/is>)?<\/c>)/y;

const LAST_ROW = 1_048_576;
/** Characters of the collected rows after which they should be taken. */
const ENOUGH = 4 * 1024 * 1024;

/** What the cells of a sheet refer to. */
export interface CellContext {
  sharedStrings: SharedStrings;
  formats: readonly NumberFormat[];
  epoch1904: boolean;
  limits: SpreadsheetLimits;
}

/** Collects the rows of a sheet from its XML. */
export class SheetHandler implements XmlHandler {
  /** True after the rows; the rest of the part is not needed. */
  finished = false;
  private rows: SpreadsheetRow[] = [];
  private gathered = 0;
  private referred = 0;
  private row = 0;
  private rowsWithContent = 0;
  private cells: string[] = [];
  private column = 0;
  private type = '';
  private style = 0;
  private value = '';
  private inValue = false;
  private inPhonetics = false;

  constructor(private readonly context: CellContext) {}

  get isFull(): boolean {
    return this.gathered > ENOUGH;
  }

  /** The rows collected since the last call. */
  takeRows(): SpreadsheetRow[] {
    const { rows } = this;
    this.rows = [];
    this.gathered = 0;
    return rows;
  }

  open(name: string, tag: string): void {
    if (name === 'c') this.startCell(tag);
    else if (name === 'v' || name === 't') this.inValue = !this.inPhonetics;
    else if (name === 'row') this.startRow(tag);
    else if (name === 'rPh') this.inPhonetics = true;
  }

  /** Handles a usual cell at once: reading its tags one by one would take half of the time. */
  skim(text: string, open: number): number {
    USUAL_CELL.lastIndex = open;
    const match = USUAL_CELL.exec(text);
    if (!match) return -1;
    const [, column, style, type, value, inline] = match;
    this.column = columnNumber(column) ?? this.column + 1;
    this.style = Number(style ?? 0);
    this.type = type ?? 'n';
    this.value = value ?? inline ?? '';
    this.finishCell();
    return USUAL_CELL.lastIndex;
  }

  text(text: string): void {
    if (!this.inValue) return;
    this.value += text;
    if (this.value.length > this.longest()) throw this.tooLong();
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') this.finishCell();
    else if (name === 'row') this.finishRow();
    else if (name === 'rPh') this.inPhonetics = false;
    else if (name === 'sheetData') this.finished = true;
  }

  tooLong(): SpreadsheetError {
    return cellTooLarge(this.context.limits, Math.max(this.row, 1), Math.max(this.column, 1));
  }

  private startRow(tag: string): void {
    const number = Number(attribute(tag, 'r'));
    const before = this.row;
    this.row = Number.isInteger(number) && number > 0 ? number : before + 1;
    if (this.row <= before || this.row > LAST_ROW) throw misplaced(before + 1, this.row);
    this.cells = [];
    this.column = 0;
  }

  private startCell(tag: string): void {
    this.column = columnNumber(attribute(tag, 'r')) ?? this.column + 1;
    this.type = attribute(tag, 't') ?? 'n';
    this.style = Number(attribute(tag, 's') ?? 0);
    this.value = '';
  }

  private finishCell(): void {
    const value = this.value === '' ? '' : this.shown();
    if (value === '') return;
    const { limits } = this.context;
    if (this.column > limits.maxColumns) throw tooManyColumns(limits, this.row);
    if (value.length > limits.maxCellLength) throw this.tooLong();
    this.gathered += value.length;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column - 1] = unguardFormula(value);
  }

  private shown(): string {
    const { sharedStrings, formats, epoch1904 } = this.context;
    switch (this.type) {
      case 's':
        return this.referTo(sharedStrings.get(Number(this.value)) ?? this.unknownText());
      case 'str':
      case 'inlineStr':
        return unescapeText(this.value);
      case 'b':
        return this.value === '1' || this.value === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
      case 'e':
        return this.value;
      default:
        return formatNumber(this.value, formats[this.style] ?? PLAIN, epoch1904);
    }
  }

  private finishRow(): void {
    if (isBlank(this.cells)) return;
    const { limits } = this.context;
    this.rowsWithContent += 1;
    if (this.rowsWithContent > limits.maxRows + 1) throw tooManyRows(limits);
    this.rows.push({ number: this.row, cells: this.cells });
  }

  /** Limits repeated references: each costs as much as the text itself. */
  private referTo(text: string): string {
    this.referred += text.length;
    if (this.referred > this.context.limits.maxInflatedBytes) throw zipBomb();
    return text;
  }

  private unknownText(): never {
    throw new SpreadsheetError(
      'not_readable',
      'This cell refers to a text that the workbook does not hold. Save it again in Excel.',
      {
        row: this.row,
        column: this.column,
      },
    );
  }

  private longest(): number {
    return this.context.limits.maxCellLength * 7;
  }
}

function misplaced(expected: number, number: number): SpreadsheetError {
  return new SpreadsheetError(
    'not_readable',
    `This row is numbered ${number}, but rows count upwards, to ${LAST_ROW} at most. Save the workbook again in Excel.`,
    { row: expected },
  );
}

/** 1 for "A5", 27 for "AA5". */
function columnNumber(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? undefined : column;
}
