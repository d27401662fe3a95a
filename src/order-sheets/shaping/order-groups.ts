import { type RowColumn } from '../../order-fields/row-check.js';
import { tidyLine } from '../../common/schemas/tidy-text.js';
import { type GroupingOptions, OrderGroup, type OrderRow, type OrderRows } from './order-group.js';

/**
 * Puts the rows of each order together: consecutive ones with the same Id (and Client ID). Holds one order at a
 * time, and of it at most as many rows as an order may have.
 */
export class OrderGroups {
  private readonly id: number | undefined;
  private readonly client: number | undefined;
  private current: OrderGroup | null = null;
  private currentId = '';
  private currentClient = '';

  /** @param columns where the fields are in a shaped row */
  constructor(
    private readonly columns: readonly RowColumn[],
    private readonly options: GroupingOptions,
  ) {
    this.id = columns.find(({ field }) => field.name === 'externalId')?.index;
    this.client = columns.find(({ field }) => field.name === 'clientCode')?.index;
  }

  /** Takes the next row. @returns the order before it, when the row is not one of its rows */
  add(row: OrderRow): OrderRows | null {
    const id = idIn(row.cells, this.id);
    const client = idIn(row.cells, this.client);
    const before = this.current;
    if (before && this.continues(id, client)) {
      if (before.add(row)) return null;
      this.current = before.rest(row);
      return before;
    }
    this.current = new OrderGroup(this.columns, this.options, row);
    this.currentId = id;
    this.currentClient = client;
    return before;
  }

  /** The last order, after the last row. */
  end(): OrderRows | null {
    const last = this.current;
    this.current = null;
    return last;
  }

  private continues(id: string, client: string): boolean {
    if (this.currentId === '') return false;
    if (id === '') return this.options.continued;
    return id === this.currentId && (client === this.currentClient || client === '');
  }
}

function idIn(cells: readonly string[], index: number | undefined): string {
  const cell = index === undefined ? undefined : cells[index];
  return cell === undefined ? '' : tidyLine(cell);
}
