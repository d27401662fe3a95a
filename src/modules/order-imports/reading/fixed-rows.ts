import type { FieldName } from '../../../order-fields/catalogue.js';
import { orderFieldOf } from '../../../order-fields/order-fields.js';
import type { RowColumn } from '../../../order-fields/row-check.js';

/** Orders of a file that are read again, with other values in some cells; plain data only. */
export interface FixedOrders {
  /** Their first and last rows, in the file's order. */
  spans: [first: number, last: number][];
  /** Later ones win. */
  cells: { row: number; firstRow: number; lastRow: number; field: FieldName; value: string }[];
}

/** Fields that all rows of an order share. */
const shared: ReadonlySet<string> = new Set<FieldName>(['externalId', 'clientCode']);

/** Leaves out the rows that were not fixed, and puts the fixed values in those that were. */
export class FixedRows {
  /** Those of the file, and of fields that it has no column for. */
  readonly columns: readonly RowColumn[];
  private readonly values = new Map<number, Map<number, string>>();
  private span = 0;

  constructor(
    private readonly orders: FixedOrders,
    columns: readonly RowColumn[],
  ) {
    const all = [...columns];
    let next = Math.max(-1, ...columns.map(({ index }) => index)) + 1;
    for (const { row, firstRow, lastRow, field: name, value } of orders.cells) {
      const field = orderFieldOf(name);
      let column = all.find((one) => one.field === field);
      if (!column) all.push((column = { field, index: next++ }));
      const [from, to] = shared.has(name) ? [firstRow, lastRow] : [row, row];
      for (let at = from; at <= to; at += 1) this.valuesIn(at).set(column.index, value);
    }
    this.columns = all;
  }

  /** Rows come in the file's order. */
  has(row: number): boolean {
    const { spans } = this.orders;
    while (this.span < spans.length && spans[this.span]![1] < row) this.span += 1;
    return (spans[this.span]?.[0] ?? Infinity) <= row;
  }

  mend(row: number, cells: readonly string[]): readonly string[] {
    const values = this.values.get(row);
    if (!values) return cells;
    const mended = [...cells];
    for (const [index, value] of values) {
      while (mended.length < index) mended.push('');
      mended[index] = value;
    }
    return mended;
  }

  private valuesIn(row: number): Map<number, string> {
    const values = this.values.get(row) ?? new Map<number, string>();
    this.values.set(row, values);
    return values;
  }
}
