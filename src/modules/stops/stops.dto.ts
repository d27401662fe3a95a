import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import {
  optionalText,
  pageOf,
  pageQuery,
  repeatable,
  requiredText,
  text,
  uuid,
} from '../../common/schemas.js';
import { requestedDay } from '../orders/order-list.dto.js';
import { searchDescription } from '../orders/order-search.js';
import { orderStatuses } from '../orders/order-status.js';
import { MAX_LENGTH } from '../../order-fields/limits.js';
import type { OrderRow } from '../orders/order-row.js';
import { orderDto, toOrder } from '../orders/orders.dto.js';
import type { TrackingLinks } from '../orders/tracking-links.js';
import { orderContent, orderPatch } from '../../order-fields/order-content.schema.js';

export const stopDto = orderDto
  .extend({ internalNotes: z.string().nullable().describe('For the organization only.') })
  .meta({ id: 'Stop' });
export type StopDto = z.output<typeof stopDto>;

/** A stored order as its dispatcher sees it. */
export interface StopRow extends OrderRow {
  internalNotes: string | null;
}

export const stopPage = pageOf(stopDto, 'StopPage');

/** What dispatchers set besides the order's content. */
const dispatch = {
  clientCode: z
    .string()
    .max(50)
    .nullish()
    .meta({ description: 'The Client ID; the stop shows in that client’s portal.', example: null }),
  clientId: uuid.nullish().meta({ description: 'Instead of `clientCode`.', example: null }),
  internalNotes: optionalText(MAX_LENGTH.notes)
    .optional()
    .meta({ description: 'For the organization only.' }),
};
const depotId = uuid.optional().meta({ example: undefined });

const oneClient = (body: { clientCode?: unknown; clientId?: unknown }) =>
  body.clientCode == null || body.clientId == null;
const oneClientProblem = {
  path: ['clientCode'],
  message: 'give clientCode or clientId, not both',
};

export const createStopBody = orderContent
  .extend({
    ...dispatch,
    depotId: depotId.describe('Default: the client’s default depot, else the main one.'),
  })
  .refine(oneClient, oneClientProblem)
  .meta({ id: 'CreateStop' });
export type CreateStop = z.output<typeof createStopBody>;

export const updateStopBody = orderPatch
  .extend({ ...dispatch, depotId })
  .refine(oneClient, oneClientProblem)
  .meta({ id: 'UpdateStop' });
export type UpdateStop = z.output<typeof updateStopBody>;

export const returnStopBody = z
  .strictObject({
    reason: requiredText(500).meta({
      description: 'What the client should correct.',
      example: 'The street is missing.',
    }),
  })
  .meta({ id: 'ReturnStop' });
export type ReturnStop = z.output<typeof returnStopBody>;

/** `40.7532,-73.9822`: WGS-84 latitude and longitude. */
const near = z
  .string()
  .regex(/^\s*-?\d{1,3}(\.\d{1,15})?\s*,\s*-?\d{1,3}(\.\d{1,15})?\s*$/, {
    error: 'must be latitude,longitude, such as 40.7532,-73.9822',
  })
  .transform((pair) => {
    const [latitude, longitude] = pair.split(',').map(Number) as [number, number];
    return { latitude, longitude };
  })
  .refine(({ latitude, longitude }) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, {
    error: 'must be latitude from -90 to 90 and longitude from -180 to 180',
  })
  .optional()
  .meta({ description: 'latitude,longitude: only stops around it, nearest first.' });

export const stopStatuses = orderStatuses.filter((status) => status !== 'draft');

export const stopQuery = z.object({
  ...pageQuery,
  assigned: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .meta({ description: 'Whether they are on a route.' }),
  status: repeatable(z.enum(stopStatuses)),
  depotId: uuid.optional().meta({ example: undefined }),
  clientId: uuid.optional().meta({ example: undefined }),
  routeId: uuid.optional().meta({ example: undefined }),
  q: text(200).optional().meta({ description: searchDescription }),
  requestedFrom: requestedDay.optional().meta({ description: 'Not wanted before this day.' }),
  requestedTo: requestedDay.optional().meta({ description: 'Not wanted after this day.' }),
  near,
  radiusMeters: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(50_000)
    .meta({ description: 'How far around `near`.' }),
});
export type StopQuery = z.output<typeof stopQuery>;

/** What the dispatcher sees of an order: all of it. */
export function toStop(row: StopRow, links: TrackingLinks): StopDto {
  return withVersion({ ...toOrder(row, links), internalNotes: row.internalNotes }, row.version);
}
