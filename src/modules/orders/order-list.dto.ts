import { z } from 'zod';
import { momentInput, pageQuery, repeatable, text, uuid } from '../../common/schemas.js';
import { DAY_PATTERN } from '../../order-fields/parsers/days.js';
import { orderSources } from './order.entity.js';
import { searchDescription } from './order-search.js';
import { orderSorts } from './order-sorts.js';
import { orderStatuses, orderViews, type OrderStatus } from './order-status.js';

/** A day as filters take it. */
export const requestedDay = z
  .string()
  .regex(new RegExp(DAY_PATTERN), 'must be a day from 2000 to 2099, written YYYY-MM-DD')
  .meta({ format: 'date' });

export const orderListQuery = z.strictObject({
  ...pageQuery,
  status: repeatable(z.enum(orderStatuses)).describe('Only orders in these states; may be repeated.'),
  view: z
    .enum(Object.keys(orderViews) as (keyof typeof orderViews)[])
    .optional()
    .describe('`active` is submitted, scheduled or out for delivery; `completed` is attempted.'),
  q: text(200).optional().describe(searchDescription),
  importId: uuid.optional().describe('Only what this import made.'),
  source: z.enum(orderSources).optional(),
  externalId: text(100).optional().describe('Your own Id, in full.'),
  createdFrom: momentInput.optional().describe('Not created before this moment.'),
  createdTo: momentInput.optional().describe('Not created after this moment.'),
  scheduledFrom: momentInput.optional().describe('Not put on its route before this moment.'),
  scheduledTo: momentInput.optional().describe('Not put on its route after this moment.'),
  requestedFrom: requestedDay.optional().describe('Not wanted before this day.'),
  requestedTo: requestedDay.optional().describe('Not wanted after this day.'),
  sort: z
    .enum(orderSorts)
    .default('-createdAt')
    .describe('A minus sorts newest first. By `requestedDate`, orders without one come last either way.'),
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
