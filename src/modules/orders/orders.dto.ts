import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import { pageOf, timestamp, uuid } from '../../common/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import { missingFields } from '../../order-fields/missing-fields.js';
import { ACTIVITIES } from '../../order-fields/parsers/activity.js';
import { orderSources } from './order.entity.js';
import { contentOf, type OrderRow, type OwnOrderRow } from './order-row.js';
import { deliveryStates, orderStatuses } from './order-status.js';
import type { TrackingLinks } from './tracking-links.js';

export const orderStatus = z.enum(orderStatuses).meta({ id: 'OrderStatus' });
export const orderSource = z.enum(orderSources).meta({ id: 'OrderSource' });
export const deliveryState = z.enum(deliveryStates).meta({ id: 'DeliveryState' });

export const location = z.object({ latitude: z.number(), longitude: z.number() });

const text = (example?: string) => z.string().nullable().meta({ example });

export const orderDto = z
  .object({
    id: uuid,
    status: orderStatus,
    clientId: uuid.nullable(),
    source: orderSource,
    importId: uuid.nullable(),
    externalId: text('BOOK-1001').describe('The client’s own id of the order.'),
    address: z.object({
      addressName: text('Schwarzman Building'),
      addressLineOne: text('476 5th Ave'),
      addressLineTwo: text('Floor 2'),
      city: text('New York'),
      state: text('NY'),
      zip: text('10018'),
      country: text('US'),
      latitude: z.number().nullable().meta({ example: 40.7532 }),
      longitude: z.number().nullable().meta({ example: -73.9822 }),
    }),
    recipient: z.object({
      name: text('Ada Reader'),
      email: text('ada@example.org'),
      phone: text('+12125550142').describe('E.164; one that could not be read is kept as typed.'),
    }),
    activity: z.enum(ACTIVITIES),
    size: text('M'),
    packageCount: z.int(),
    products: z.array(z.string()),
    notes: text('Deliver to the loading dock'),
    timing: z
      .object({
        earliestTime: text('09:00'),
        latestTime: text('17:00'),
        serviceSeconds: z.int().nullable(),
      })
      .nullable()
      .describe('Local to the depot.'),
    depotId: uuid,
    missingFields: z.array(z.string()).describe('Required but empty; a submitted order has none.'),
    returnReason: text().describe('Why the dispatcher gave it back, while it is a draft again.'),
    route: z.object({ id: uuid, title: z.string(), position: z.int() }).nullable(),
    eta: z
      .object({
        estimatedAt: timestamp,
        earliestAt: timestamp.nullable(),
        latestAt: timestamp.nullable(),
      })
      .nullable(),
    delivery: z
      .object({
        state: deliveryState,
        attemptedAt: timestamp.nullable(),
        signeeName: z.string().nullable(),
        recipientNotes: z.string().nullable(),
        location: location.nullable(),
        photoCount: z.int(),
        hasSignature: z.boolean(),
      })
      .nullable()
      .describe('Null while it is a draft.'),
    trackingUrl: z.string().nullable().describe('For the recipient; null while it is a draft.'),
    version: z.int(),
    createdAt: timestamp,
    updatedAt: timestamp,
    submittedAt: timestamp.nullable(),
    scheduledAt: timestamp.nullable(),
    outForDeliveryAt: timestamp.nullable(),
    completedAt: timestamp.nullable(),
  })
  .meta({ id: 'Order' });
export type OrderDto = z.output<typeof orderDto>;

export const orderPage = pageOf(orderDto, 'OrderPage');

/**
 * A stored order as the API answers it. `requiredFields` are those its client has now: only drafts,
 * which dispatchers never see, can miss any.
 */
export function toOrder(
  row: OrderRow,
  links: TrackingLinks,
  requiredFields: readonly string[] = [],
): OrderDto {
  return withVersion(toListedOrder(row, links, requiredFields), row.version);
}

/** The same among others, where no ETag is answered. */
export function toListedOrder(
  row: OrderRow,
  links: TrackingLinks,
  requiredFields: readonly string[] = [],
): OrderDto {
  const isDraft = row.status === 'draft';
  const content = contentOf(row);
  return {
    id: row.id,
    status: row.status,
    clientId: row.clientId,
    source: row.source,
    importId: row.importId,
    ...content,
    depotId: row.depotId,
    missingFields: isDraft ? missingFields(content, requiredFields) : [],
    returnReason: row.returnReason,
    route: toRoute(row),
    eta: toEta(row),
    delivery: isDraft ? null : toDelivery(row),
    trackingUrl: isDraft ? null : links.urlOf(row.id),
    version: row.version,
    createdAt: toTimestamp(row.createdAt),
    updatedAt: toTimestamp(row.updatedAt),
    submittedAt: toTimestamp(row.submittedAt),
    scheduledAt: toTimestamp(row.scheduledAt),
    outForDeliveryAt: toTimestamp(row.outForDeliveryAt),
    completedAt: toTimestamp(row.completedAt),
  };
}

function toRoute({ routeId, routeTitle, routePosition }: OrderRow): OrderDto['route'] {
  if (routeId === null || routeTitle === null || routePosition === null) return null;
  return { id: routeId, title: routeTitle, position: routePosition };
}

export function toEta({ etaAt, etaEarliestAt, etaLatestAt }: OrderRow): OrderDto['eta'] {
  if (etaAt === null) return null;
  return {
    estimatedAt: toTimestamp(etaAt),
    earliestAt: toTimestamp(etaEarliestAt),
    latestAt: toTimestamp(etaLatestAt),
  };
}

function toDelivery(row: OrderRow): NonNullable<OrderDto['delivery']> {
  return {
    state: row.deliveryState ?? 'unattempted',
    attemptedAt: toTimestamp(row.attemptedAt),
    signeeName: row.signeeName,
    recipientNotes: row.recipientNotes,
    location: toLocation(row),
    photoCount: row.photoCount,
    hasSignature: row.hasSignature,
  };
}

/** Where the last attempt was made. */
export function toLocation({
  attemptLatitude,
  attemptLongitude,
}: OrderRow): z.output<typeof location> | null {
  if (attemptLatitude === null || attemptLongitude === null) return null;
  return { latitude: attemptLatitude, longitude: attemptLongitude };
}

/** The fields that its client requires now, as they came with its row. */
export function requiredOf({ requiredFields }: OwnOrderRow): string[] | undefined {
  return requiredFields?.split(' ');
}
