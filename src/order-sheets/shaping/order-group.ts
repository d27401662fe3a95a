import { type FieldName } from '../../order-fields/catalogue.js';
import { MAX_PRODUCTS } from '../../order-fields/limits.js';
import { orderFieldOf } from '../../order-fields/order-fields.js';
import { printProduct } from '../../order-fields/parsers/products.js';
import { type FieldProblemCode, type FieldWarningCode } from '../../order-fields/problems.js';
import { type CellProblem, type RowColumn } from '../../order-fields/row-check.js';
import { shorten, tidyLine } from '../../common/schemas/tidy-text.js';

/** A shaped row; its problems are the shaper's warnings. */
export interface OrderRow {
  /** As the spreadsheet program numbers it. */
  number: number;
  cells: readonly string[];
  problems?: readonly CellProblem<FieldWarningCode>[];
}

/** How a layout writes an order that takes several rows. */
export interface GroupingOptions {
  /** A row without Id continues the order above it. */
  continued: boolean;
  /** The first row that has a count has the order's, the others parts of it. */
  totalFirst?: boolean;
}

/** A problem of one cell of one of the rows of an order. */
export type RowProblem = { row: number } & (
  | ({ severity: 'error' } & CellProblem<FieldProblemCode>)
  | ({ severity: 'warning' } & CellProblem<FieldWarningCode>)
);

/** The rows of one order, as one row. */
export interface OrderRows {
  /** Their numbers, in the file's order. */
  readonly rows: readonly number[];
  /** One cell per field: the first that is filled, all products, the sum of the counts. */
  readonly cells: readonly string[];
  /** What is wrong with the rows as rows of one order; an error refuses them all. */
  readonly problems: readonly RowProblem[];
  /** The row that a cell is from, where what is wrong with it can be mended. */
  rowOf(index: number | null): number;
}

/** An order of more rows is refused: its file is more likely wrong. */
export const MOST_ROWS = 1_000;

const ID = orderFieldOf('externalId');
const COUNT = orderFieldOf('packageCount');
const PRODUCTS = orderFieldOf('products');

/** Rows that disagree about these are not of one order; about others, the first is followed. */
const DECISIVE: ReadonlySet<FieldName> = new Set<FieldName>([
  'address.addressName',
  'address.addressLineOne',
  'address.addressLineTwo',
  'address.city',
  'address.state',
  'address.zip',
  'address.country',
  'address.latitude',
  'address.longitude',
  'activity',
  'requestedDate',
]);

/** Rows of one order while they are gathered. */
export class OrderGroup implements OrderRows {
  readonly rows: number[];
  readonly problems: RowProblem[] = [];
  cells: readonly string[];
  /** The rows of the cells that are not the first row's. */
  private readonly sources = new Map<number, number>();
  private products: string[] | undefined;
  private readonly differing = new Set<number>();

  /** @param isRest whether the order has more rows before these than an order may have */
  constructor(
    private readonly columns: readonly RowColumn[],
    private readonly options: GroupingOptions,
    { number, cells, problems }: OrderRow,
    private readonly isRest = false,
  ) {
    this.rows = [number];
    this.cells = cells;
    this.warn(number, problems);
    if (isRest) this.tellTooMany();
  }

  rowOf(index: number | null): number {
    return (index === null ? undefined : this.sources.get(index)) ?? this.rows[0]!;
  }

  /** @returns false, and takes nothing, when the order has as many rows as it may have */
  add({ number, cells, problems }: OrderRow): boolean {
    if (this.rows.length === MOST_ROWS) {
      if (!this.isRest) this.tellTooMany();
      return false;
    }
    this.rows.push(number);
    this.cells = this.columns.reduce(
      (merged, column) => {
        const { index } = column;
        const cell = cells[index] ?? '';
        if (cell.trim() === '') return merged;
        while (merged.length <= index) merged.push('');
        const kept = merged[index]!;
        const isFirst = kept.trim() === '';
        merged[index] = isFirst ? cell : this.joined(column, kept, cell, number);
        if (isFirst || merged[index] !== kept) this.sources.set(index, number);
        return merged;
      },
      [...this.cells],
    );
    this.warn(
      number,
      problems?.filter(({ columnIndex }) => this.rowOf(columnIndex) === number),
    );
    return true;
  }

  /** The rows after those that an order may have. */
  rest(row: OrderRow): OrderGroup {
    return new OrderGroup(this.columns, this.options, row, true);
  }

  private joined(column: RowColumn, kept: string, cell: string, row: number): string {
    if (column.field === COUNT) return this.options.totalFirst ? kept : sum(kept, cell);
    if (column.field === PRODUCTS) return this.gather(kept, cell);
    if (alike(kept) !== alike(cell)) this.tellDifferent(column, kept, cell, row);
    return kept;
  }

  /** As many as show that there are too many. */
  private gather(kept: string, cell: string): string {
    this.products ??= listed(kept);
    if (this.products.length <= MAX_PRODUCTS) this.products.push(...listed(cell));
    return this.products.join('\n');
  }

  private warn(row: number, problems: OrderRow['problems'] = []): void {
    for (const problem of problems) this.problems.push({ ...problem, row, severity: 'warning' });
  }

  /** Once for a field. */
  private tellDifferent({ index, field }: RowColumn, kept: string, cell: string, row: number): void {
    if (this.differing.has(index)) return;
    this.differing.add(index);
    const first = this.rowOf(index);
    const value = shorten(cell);
    const about = { row, field: field.name, columnIndex: index, code: 'rows_differ', value } as const;
    const says =
      `${field.header} is "${shorten(cell, 60)}" here, but "${shorten(kept, 60)}" ` +
      `in row ${first} of the same order.`;
    if (DECISIVE.has(field.name)) {
      const detail = `${says} Write the same in all its rows, or give each order its own Id.`;
      this.problems.push({ ...about, severity: 'error', detail });
    } else {
      this.problems.push({ ...about, severity: 'warning', detail: `${says} Row ${first} was followed.` });
    }
  }

  private tellTooMany(): void {
    const columnIndex = this.columns.find(({ field }) => field === ID)?.index ?? null;
    const id = columnIndex === null ? '' : (this.cells[columnIndex] ?? '');
    this.problems.push({
      row: this.rows[0]!,
      severity: 'error',
      field: ID.name,
      columnIndex,
      code: 'too_many_rows',
      detail: `Id "${shorten(id, 60)}" stands in more than ${MOST_ROWS} rows. Split the order, or give each order its own Id.`,
      value: shorten(id),
    });
  }
}

/** The sum of two counts; the one that is no number where one of them is none, so that it is refused. */
function sum(before: string, cell: string): string {
  const one = count(before);
  const other = count(cell);
  if (one === null) return before;
  return other === null ? cell : String(one + other);
}

function count(cell: string): number | null {
  const parsed = COUNT.parse(cell, { countryCode: null });
  if (typeof parsed === 'number') return parsed;
  // None of an article, as after a refund, and a sum that is too large can be added to, too.
  const digits = tidyLine(cell);
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** The products of a cell, as they are printed; a cell that is refused as it is, so that it still will be. */
function listed(cell: string): string[] {
  const products = PRODUCTS.parse(cell, { countryCode: null });
  return Array.isArray(products) ? products.map(printProduct) : [cell];
}

function alike(cell: string): string {
  return tidyLine(cell).replace(/\s+/g, ' ').toLowerCase();
}
