import { z } from 'zod';
import { described } from '../../../common/schemas/described.js';
import { momentInput, pageQuery, repeatable, text, uuid } from '../../../common/schemas/schemas.js';
import { DAY_PATTERN } from '../../../order-fields/parsers/days.js';
import { metadataFilter } from './metadata-filter.dto.js';
import { searchDescription } from './order-search.js';
import { orderSorts, type OrderSort } from './order-sorts.js';
import { orderStatuses, orderViews, type OrderStatus } from '../order-status.js';
import { orderSource, orderStatus } from '../orders.dto.js';

/** A day as filters take it. */
export const requestedDay = z
  .string()
  .regex(new RegExp(DAY_PATTERN), 'must be a day from 2000 to 2099, written YYYY-MM-DD')
  .meta({ format: 'date' });

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
  requestedDate: 'Wanted earliest first; orders without a requested date come last.',
  '-requestedDate': 'Wanted latest first; orders without a requested date come last.',
};

export const orderListQuery = z.strictObject({
  ...pageQuery,
  status: repeatable(orderStatus).describe('Only orders in these states; repeat it for several.'),
  view: described('Only orders of this stage:', viewMeanings).optional(),
  q: text(200).optional().describe(searchDescription),
  importId: uuid.optional().describe('Only orders that this import made.'),
  source: orderSource.optional().describe('Only orders that came here this way.'),
  externalId: text(100).optional().describe('Only the order with this `externalId`, in full.'),
  createdFrom: momentInput.optional().describe('Only orders not created before this moment.'),
  createdTo: momentInput.optional().describe('Only orders not created after this moment.'),
  scheduledFrom: momentInput.optional().describe('Only orders not put on their route before this moment.'),
  scheduledTo: momentInput.optional().describe('Only orders not put on their route after this moment.'),
  requestedFrom: requestedDay.optional().describe('Only orders not wanted before this day.'),
  requestedTo: requestedDay.optional().describe('Only orders not wanted after this day.'),
  metadata: metadataFilter,
  sort: described('The order of the list:', sortMeanings, { values: orderSorts })
    .meta({ 'x-enum-varnames': orderSorts.map((sort) => sort.replace(/^-(.*)/, '$1Descending')) })
    .default('-createdAt'),
});
export type OrderListQuery = z.output<typeof orderListQuery>;
export type OrderFilters = Omit<OrderListQuery, 'limit' | 'cursor' | 'sort'>;

/** The states a query asks for; undefined for any. */
export function wantedStatuses(filters: Pick<OrderFilters, 'status' | 'view'>): OrderStatus[] | undefined {
  const { status, view } = filters;
  if (!status && !view) return undefined;
  const viewed: readonly OrderStatus[] = view ? orderViews[view] : orderStatuses;
  return viewed.filter((one) => !status || status.includes(one));
}
