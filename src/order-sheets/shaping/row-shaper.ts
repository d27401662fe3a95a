import { type FieldName } from '../../order-fields/catalogue.js';
import { orderFieldOf } from '../../order-fields/order-fields.js';
import { type FieldWarningCode } from '../../order-fields/problems.js';
import { type CellProblem, type RowColumn } from '../../order-fields/row-check.js';
import { type SheetColumn } from '../sheet-columns.js';
import { FieldCell, isBlank } from './field-cell.js';
import { SplitColumn } from './split-column.js';

const NONE: readonly CellProblem<FieldWarningCode>[] = [];

/** Makes of a row's cells one cell for each field that the sheet fills. */
export class RowShaper {
  /** The fields, and where their cells are in a shaped row. */
  readonly columns: readonly RowColumn[];
  /** What could not be split in the row that was shaped last. */
  problems = NONE;
  private readonly fields = new Map<FieldName, FieldCell>();
  private readonly splits: SplitColumn[] = [];
  private readonly address: FieldCell[];
  private readonly hasAddressFallback: boolean;
  /** Whether every column holds a field of its own: rows need no shaping then. */
  private readonly isPlain: boolean;

  /** @param countryCode ISO alpha-2 code of the country of rows that name none */
  constructor(columns: readonly SheetColumn[], countryCode: string | null) {
    this.isPlain = isPlain(columns);
    for (const { index, target } of columns) {
      if (!target) continue;
      if ('field' in target) this.cellOf(target.field, index).addColumn(index, target);
      else this.splits.push(new SplitColumn(index, target.split, countryCode));
    }
    for (const { index, fields } of this.splits) for (const name of fields) this.cellOf(name, index);
    const headers = new Map(columns.map(({ index, header }) => [index, header]));
    this.columns = [...this.fields.values()].map(({ field, index, source }) => {
      const header = headers.get(source);
      return header ? { field, index, header } : { field, index };
    });
    this.address = [...this.fields.values()].filter(({ field }) => isAddress(field.name));
    this.hasAddressFallback = this.address.some((cell) => cell.hasFallback);
  }

  /** The given array itself where rows need no shaping. */
  shape(cells: readonly string[]): readonly string[] {
    if (this.isPlain) return cells;
    const shaped: string[] = [];
    const fallsBack = this.hasAddressFallback && !this.hasOwnAddress(cells);
    for (const cell of this.fields.values()) {
      const own = cell.ownText(cells);
      if (isAddress(cell.field.name)) shaped.push(fallsBack ? cell.fallbackText(cells) : own);
      else shaped.push(own === '' ? cell.fallbackText(cells) : own);
    }
    this.problems = NONE;
    for (const split of this.splits) {
      const problem = split.fill(shaped, cells[split.index] ?? '', this.fields);
      if (problem) this.problems = [...this.problems, problem];
    }
    return shaped;
  }

  /** The sheet's column (0-based) that fills a cell of a shaped row; its first where it has several. */
  sourceOf(index: number): number {
    if (this.isPlain) return index;
    return [...this.fields.values()][index]?.source ?? index;
  }

  private cellOf(name: FieldName, source: number): FieldCell {
    const known = this.fields.get(name);
    if (known) return known;
    const index = this.isPlain ? source : this.fields.size;
    const made = new FieldCell(orderFieldOf(name), index, source);
    this.fields.set(name, made);
    return made;
  }

  /** Many sheets fill the country alone where there is no other address. */
  private hasOwnAddress(cells: readonly string[]): boolean {
    return (
      this.address.some((cell) => cell.field.name !== 'address.country' && !isBlank(cell.ownText(cells))) ||
      this.splits.some((split) => split.isAddress && !isBlank(cells[split.index] ?? ''))
    );
  }
}

function isPlain(columns: readonly SheetColumn[]): boolean {
  const fields = new Set<FieldName>();
  return columns.every(({ target }) => {
    if (!target) return true;
    if (!('field' in target) || target.join !== undefined || target.fallback || fields.has(target.field))
      return false;
    fields.add(target.field);
    return true;
  });
}

function isAddress(name: FieldName): boolean {
  return name.startsWith('address.');
}
