import { z } from 'zod';
import { consistency } from '../../../common/schemas/consistency.js';
import { described } from '../../../common/schemas/described.js';
import { fieldsQuery } from '../../../common/schemas/fields.js';
import { pageQuery, repeatable } from '../../../common/schemas/schemas.js';
import { sharedFilters } from './order-search.js';
import { orderSorts, type OrderSort } from './order-sorts.js';
import { orderStatuses, orderViews, type OrderStatus } from '../order-status.js';
import { orderProperty, orderStatus } from '../orders.dto.js';

const stages = {
  drafts: 'Still with the client',
  active: 'Handed over and not yet attempted',
  completed: 'Attempted by the driver, well or not',
} satisfies Record<keyof typeof orderViews, string>;

const viewMeanings = Object.fromEntries(
  Object.entries(orderViews).map(([view, statuses]) => [
    view,
    `${stages[view as keyof typeof stages]}: ${statuses.map((status) => `\`${status}\``).join(', ')}.`,
  ]),
) as Record<keyof typeof orderViews, string>;

const sortMeanings: Record<OrderSort, string> = {
  createdAt: 'Oldest first.',
  '-createdAt': 'Newest first.',
  updatedAt: 'Longest unchanged first.',
  '-updatedAt': 'Last changed first.',
  requestedDate: 'Wanted earliest first; those without a requested date come last.',
  '-requestedDate': 'Wanted latest first; those without a requested date come last.',
};

/** A sort of orders or stops. */
export const orderSort = described('The order of the list:', sortMeanings, { values: orderSorts }).meta({
  id: 'OrderSort',
  'x-enum-varnames': orderSorts.map((sort) => sort.replace(/^-(.*)/, '$1Descending')),
});

const fields = fieldsQuery(orderProperty);

/** What reads of one order take. */
export const orderFieldsQuery = z.strictObject({ fields });
export type OrderFieldsQuery = z.output<typeof orderFieldsQuery>;

export const orderListQuery = z.strictObject({
  ...pageQuery,
  fields,
  status: repeatable(orderStatus).describe('Only orders in these states; repeat it for several.'),
  view: described('Only orders of this stage:', viewMeanings).optional(),
  ...sharedFilters('orders'),
  sort: orderSort.default('-createdAt').describe('The order of the list; left out, the newest first.'),
  consistency: consistency.default('strong'),
});
export type OrderListQuery = z.output<typeof orderListQuery>;
/** The orders of a list, all its pages together. */
export type OrderList = Omit<OrderListQuery, 'limit' | 'cursor' | 'fields' | 'consistency'>;
export type OrderFilters = Omit<OrderList, 'sort'>;

/** Orders that an export reads at once. */
export const exportPiece = 1000;

/** The states a query asks for; undefined for any. */
export function wantedStatuses(filters: Pick<OrderFilters, 'status' | 'view'>): OrderStatus[] | undefined {
  const { status, view } = filters;
  if (!status && !view) return undefined;
  const viewed: readonly OrderStatus[] = view ? orderViews[view] : orderStatuses;
  return viewed.filter((one) => !status || status.includes(one));
}
