import { orderFieldOf } from '../../order-fields/order-fields.js';
import { type RowColumn } from '../../order-fields/row-check.js';
import { fieldOf, type SheetColumn } from '../sheet-columns.js';

/** Makes of a row's cells one cell for each field that the sheet fills. */
export class RowShaper {
  /** The fields, and where their cells are in a shaped row. */
  readonly columns: readonly RowColumn[];

  constructor(columns: readonly SheetColumn[]) {
    this.columns = columns.flatMap((column) => {
      const field = fieldOf(column);
      return field === null ? [] : [{ index: column.index, field: orderFieldOf(field) }];
    });
  }

  shape(cells: readonly string[]): readonly string[] {
    return cells;
  }

  /** The sheet's column (0-based) that fills a cell of a shaped row; its first where it has several. */
  sourceOf(index: number): number {
    return index;
  }
}
