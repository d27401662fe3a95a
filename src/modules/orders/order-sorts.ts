import { validate } from 'uuid';
import { z } from 'zod';
import type { CursorKeys } from '../../common/cursor.js';
import { problem } from '../../common/problems.js';
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
  /** What decides; the id, which breaks every tie, comes last. */
  columns: readonly SortColumn[];
  direction: 'asc' | 'desc';
}

/** Ids are UUIDv7, so they sort by creation too. */
const id: SortColumn = { property: 'id', column: 'id', type: 'uuid' };
const updatedAt: SortColumn = { property: 'updatedAt', column: 'updated_at', type: 'timestamptz' };

export const sorts: Record<OrderSort, Sort> = {
  createdAt: { columns: [id], direction: 'asc' },
  '-createdAt': { columns: [id], direction: 'desc' },
  updatedAt: { columns: [updatedAt, id], direction: 'asc' },
  '-updatedAt': { columns: [updatedAt, id], direction: 'desc' },
};

/** Where a row stands in the list. */
export function cursorKeys(sort: OrderSort, row: OrderRow): CursorKeys {
  return sorts[sort].columns.map(({ property }) => (property === 'id' ? row.id : toTimestamp(row.updatedAt)));
}

const keyChecks = {
  uuid: (key: unknown) => validate(key),
  timestamptz: (key: unknown) => z.iso.datetime().safeParse(key).success && !String(key).startsWith('0000'),
};

/**
 * A cursor is only base64, so what it holds is checked like any input.
 * @throws Problem `cursor_invalid`
 */
export function assertCursorKeys(sort: OrderSort, keys: CursorKeys): void {
  const { columns } = sorts[sort];
  const fits = keys.length === columns.length && columns.every(({ type }, i) => keyChecks[type](keys[i]));
  if (!fits) throw problem('cursor_invalid', 'Use the `nextCursor` of the page before, unchanged.');
}
