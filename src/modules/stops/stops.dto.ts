import { z } from 'zod';
import { propertyNames, fieldsQuery, sparse } from '../../common/schemas/fields.js';
import { consistency } from '../../common/schemas/consistency.js';
import { described } from '../../common/schemas/described.js';
import { withVersion } from '../../common/http/etag.js';
import {
  optionalText,
  pageOf,
  pageQuery,
  queryFlag,
  repeatable,
  requiredText,
  text,
  uuid,
} from '../../common/schemas/schemas.js';
import { orderSort } from '../orders/reads/order-list.dto.js';
import { sharedFilters } from '../orders/reads/order-search.js';
import { orderStatuses, orderStatusMeanings } from '../orders/order-status.js';
import { MAX_LENGTH } from '../../order-fields/limits.js';
import type { OrderRow } from '../orders/order-row.js';
import { invitationDto } from '../invitations/invitations.dto.js';
import { orderDto, toListedOrder } from '../orders/orders.dto.js';
import type { TrackingLinks } from '../orders/tracking-links.js';
import { areaText, placeText } from './map-area.js';
import { orderChanges, orderInput } from '../../order-fields/order-input.schema.js';

export const stopDto = orderDto
  .extend({
    internalNotes: z.string().nullable().describe('Notes that only the organization sees; null for none.'),
  })
  .meta({ id: 'Stop', description: 'An order as its dispatcher sees it.' });
export type StopDto = z.output<typeof stopDto>;

export const stopWithInvitationDto = stopDto
  .extend({
    invitation: invitationDto
      .optional()
      .describe('The invitation of its new client, where one was asked for.'),
  })
  .meta({ id: 'StopWithInvitation', description: 'A stop, with the invitation of its new client.' });
export type StopWithInvitationDto = z.output<typeof stopWithInvitationDto>;

/** A stored order as its dispatcher sees it. */
export interface StopRow extends OrderRow {
  internalNotes: string | null;
}

export const stopPage = pageOf(stopDto, 'StopPage', 'stops');

export const sparseStop = sparse(stopDto, 'SparseStop', 'A stop');
export const sparseStopPage = pageOf(sparseStop, 'SparseStopPage', 'stops');

/** What dispatchers set besides the order's content. */
const dispatch = {
  clientCode: z.string().max(50).nullish().meta({
    description:
      'Client ID of the client that the stop belongs to and in whose portal it shows; null for none.',
    example: null,
  }),
  clientId: uuid
    .nullish()
    .meta({ description: 'Id of the client, instead of `clientCode`; null for none.', example: null }),
  internalNotes: optionalText(MAX_LENGTH.notes)
    .optional()
    .meta({ description: 'Notes that only the organization sees, up to 2000 characters; null for none.' }),
};
const depotId = uuid
  .optional()
  .meta({ description: 'Id of the depot from which it is delivered.', example: undefined });

const oneClient = (body: { clientCode?: unknown; clientId?: unknown }) =>
  body.clientCode == null || body.clientId == null;
const oneClientProblem = {
  path: ['clientCode'],
  message: 'give clientCode or clientId, not both',
};

export const createStopBody = orderInput
  .extend({
    ...dispatch,
    depotId: depotId.describe(
      'Id of the depot from which it is delivered. Left out: the client’s default depot, else the main one.',
    ),
  })
  .refine(oneClient, oneClientProblem)
  .meta({
    id: 'CreateStop',
    description: 'A new stop. What it leaves out is empty or has its default.',
  });
export type CreateStop = z.output<typeof createStopBody>;

export const updateStopBody = orderChanges
  .extend({ ...dispatch, depotId })
  .refine(oneClient, oneClientProblem)
  .meta({ id: 'UpdateStop', description: 'Changes to a stop. What it leaves out stays.' });
export type UpdateStop = z.output<typeof updateStopBody>;

export const returnStopBody = z
  .strictObject({
    reason: requiredText(500).meta({
      description: 'What the client should correct, up to 500 characters.',
      example: 'The street is missing.',
    }),
  })
  .meta({ id: 'ReturnStop', description: 'Why a stop goes back to its client.' });
export type ReturnStop = z.output<typeof returnStopBody>;

const near = placeText.optional().meta({
  description:
    'Only stops around this place: latitude and longitude in WGS-84 degrees with a comma between them. Without `sort` the nearest come first.',
  example: '40.7532,-73.9822',
});

const within = areaText.optional().meta({
  description:
    'Only stops in this part of a map: its south, west, north and east in WGS-84 degrees with commas between them. With a west greater than the east it goes across the 180th meridian.',
  example: '40.70,-74.02,40.80,-73.93',
});

export const stopStatuses = orderStatuses.filter((status) => status !== 'draft');

const stopStatus = described('How far a stop is:', orderStatusMeanings, { values: stopStatuses }).meta({
  id: 'StopStatus',
});

const fields = fieldsQuery(propertyNames(stopDto, 'StopProperty'));

/** What reads of one stop take. */
export const stopFieldsQuery = z.strictObject({ fields });
export type StopFieldsQuery = z.output<typeof stopFieldsQuery>;

export const stopQuery = z.strictObject({
  ...pageQuery,
  fields,
  assigned: queryFlag.describe('True: only stops on a route. False: only stops on none.'),
  status: repeatable(stopStatus).describe('Only stops in these states; repeat it for several.'),
  depotId: uuid.optional().meta({ description: 'Only stops of this depot.', example: undefined }),
  clientId: uuid.optional().meta({ description: 'Only stops of this client.', example: undefined }),
  clientCode: text(50)
    .optional()
    .meta({ description: 'Only stops of the client with this Client ID.', example: undefined }),
  routeId: uuid.optional().meta({ description: 'Only stops on this route.', example: undefined }),
  ...sharedFilters('stops'),
  within,
  near,
  radiusMeters: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(50_000)
    .meta({ description: 'How far around `near`, in metres: 1 to 1 000 000, 50 000 by default.' }),
  sort: orderSort
    .optional()
    .describe('The order of the list; left out, the nearest first with `near`, else the newest first.'),
  consistency: consistency.default('strong'),
});
export type StopQuery = z.output<typeof stopQuery>;
/** The stops of a list, all its pages together. */
export type StopList = Omit<StopQuery, 'limit' | 'cursor' | 'fields' | 'consistency'>;

/** What the dispatcher sees of an order: all of it. */
export function toStop(row: StopRow, links: TrackingLinks): StopDto {
  return withVersion(toListedStop(row, links), row.version);
}

/** The same in lists, which have no ETag. */
export function toListedStop(row: StopRow, links: TrackingLinks): StopDto {
  return { ...toListedOrder(row, links), internalNotes: row.internalNotes };
}
