import { z } from 'zod';
import { byId, cursorKey, ListPages, type CursorKeys } from '../../common/cursor.js';
import { toTimestamp } from '../../common/timestamps.js';
import type { OrderRow } from './order-row.js';

export const orderSorts = ['createdAt', '-createdAt', 'updatedAt', '-updatedAt'] as const;
export type OrderSort = (typeof orderSorts)[number];

interface SortColumn {
  property: 'id' | 'updatedAt';
  column: 'id' | 'updated_at';
  type: 'uuid' | 'timestamptz';
}

interface Sort {
  /** The sort columns; the id, which breaks ties, comes last. */
  columns: readonly SortColumn[];
  direction: 'asc' | 'desc';
  pages: ListPages<CursorKeys>;
}

/** Ids are UUIDv7, so they sort by creation too. */
const id: SortColumn = { property: 'id', column: 'id', type: 'uuid' };
const updatedAt: SortColumn = { property: 'updatedAt', column: 'updated_at', type: 'timestamptz' };

const byCreation = { columns: [id], pages: new ListPages('orders', byId) };
const byChange = {
  columns: [updatedAt, id],
  pages: new ListPages('orders', z.tuple([cursorKey.moment, cursorKey.id])),
};

export const sorts: Record<OrderSort, Sort> = {
  createdAt: { ...byCreation, direction: 'asc' },
  '-createdAt': { ...byCreation, direction: 'desc' },
  updatedAt: { ...byChange, direction: 'asc' },
  '-updatedAt': { ...byChange, direction: 'desc' },
};

/** The sort keys of a row, for the cursor. */
export function cursorKeys(sort: OrderSort, row: OrderRow): CursorKeys {
  return sorts[sort].columns.map(({ property }) => (property === 'id' ? row.id : toTimestamp(row.updatedAt)));
}
