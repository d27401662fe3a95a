import { z } from 'zod';
import { cursorKey, ListPages, type CursorKeys } from '../../../common/cursor.js';
import { toTimestamp } from '../../../common/timestamps.js';
import { DAY_PATTERN } from '../../../order-fields/parsers/days.js';
import type { OrderRow } from '../order-row.js';

export const orderSorts = [
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'requestedDate',
  '-requestedDate',
] as const;
export type OrderSort = (typeof orderSorts)[number];

interface SortColumn {
  /** Its name in an `OrderRow`. */
  key: 'id' | 'createdAt' | 'updatedAt' | 'requestedDate';
  column: 'id' | 'created_at' | 'updated_at' | 'requested_date';
  type: 'uuid' | 'timestamptz' | 'date';
  /** Its value in a cursor. */
  keyOf: (row: OrderRow) => string | null;
  nullable?: true;
}

interface Sort {
  /** The sort columns; the id, which breaks ties, comes last. */
  columns: readonly SortColumn[];
  direction: 'asc' | 'desc';
  keys: z.ZodType<CursorKeys>;
  /** Its indexes have the orders of each state apart. */
  byState?: true;
}

const id: SortColumn = { key: 'id', column: 'id', type: 'uuid', keyOf: (row) => row.id };
/**
 * Ids sort by age too, but sorting by the id alone lets the planner scan the primary key, through the orders of
 * every tenant, to find a page of one.
 */
const createdAt: SortColumn = {
  key: 'createdAt',
  column: 'created_at',
  type: 'timestamptz',
  keyOf: (row) => toTimestamp(row.createdAt),
};
const updatedAt: SortColumn = {
  key: 'updatedAt',
  column: 'updated_at',
  type: 'timestamptz',
  keyOf: (row) => toTimestamp(row.updatedAt),
};
const requestedDate: SortColumn = {
  key: 'requestedDate',
  column: 'requested_date',
  type: 'date',
  keyOf: (row) => row.requestedDate,
  nullable: true,
};

const momentKeys = z.tuple([cursorKey.moment, cursorKey.id]);
const byCreation = { columns: [createdAt, id], keys: momentKeys };
const byChange = { columns: [updatedAt, id], keys: momentKeys, byState: true } as const;
const byDay = {
  columns: [requestedDate, id],
  keys: z.tuple([z.string().regex(new RegExp(DAY_PATTERN)).nullable(), cursorKey.id]),
  byState: true,
} as const;

const sorts: Record<OrderSort, Sort> = {
  createdAt: { ...byCreation, direction: 'asc' },
  '-createdAt': { ...byCreation, direction: 'desc' },
  updatedAt: { ...byChange, direction: 'asc' },
  '-updatedAt': { ...byChange, direction: 'desc' },
  requestedDate: { ...byDay, direction: 'asc' },
  '-requestedDate': { ...byDay, direction: 'desc' },
};

export function pagesOf(list: 'orders' | 'stops', sort: OrderSort): ListPages<CursorKeys> {
  return new ListPages(list, sorts[sort].keys);
}

/** Whether an index has a list only state by state. */
export function isByState(sort: OrderSort): boolean {
  return sorts[sort].byState ?? false;
}

/** The sort keys of a row, for the cursor. */
export function cursorKeys(sort: OrderSort, row: OrderRow): CursorKeys {
  return sorts[sort].columns.map(({ keyOf }) => keyOf(row));
}

/** What {@link cursorKeys} reads of a row. */
export function sortKeys(sort: OrderSort) {
  return sorts[sort].columns.map(({ key }) => key);
}

/** The columns that {@link orderBy} reads. */
export function sortColumns(sort: OrderSort, alias: string): string {
  return sorts[sort].columns.map(({ column }) => `${alias}.${column}`).join(', ');
}

/** Rows without a value come last in either direction. */
export function orderBy(sort: OrderSort, alias: string): string {
  const { columns, direction } = sorts[sort];
  return columns
    .map(({ column, nullable }) => `${alias}.${column} ${direction}${nullable ? ' nulls last' : ''}`)
    .join(', ');
}

/** The order of {@link orderBy} within each of {@link partsAfter}, as an index has it. */
export function orderWithinPart(sort: OrderSort, alias: string): string {
  const { columns, direction } = sorts[sort];
  return columns.map(({ column }) => `${alias}.${column} ${direction}`).join(', ');
}

/**
 * The conditions of the parts of a list that come after the row with these keys. An index over a column has either
 * its missing values last or, backwards, its values falling, so the rows without a value are a part of their own.
 */
export function partsAfter(
  sort: OrderSort,
  alias: string,
  after: CursorKeys | undefined,
  bind: (key: unknown) => string,
): string[] {
  const { columns, direction } = sorts[sort];
  const [first] = columns as [SortColumn];
  const compare = direction === 'asc' ? '>' : '<';
  const [value, missing] = [`${alias}.${first.column} is not null`, `${alias}.${first.column} is null`];
  if (!after) return first.nullable ? [value, missing] : ['true'];
  if (after[0] === null) return [`${missing} and ${alias}.id ${compare} ${bind(after[1])}::uuid`];
  const left = columns.map(({ column }) => `${alias}.${column}`).join(', ');
  const right = columns.map(({ type }, index) => `${bind(after[index])}::${type}`).join(', ');
  const rest = `(${left}) ${compare} (${right})`;
  return first.nullable ? [rest, missing] : [rest];
}
