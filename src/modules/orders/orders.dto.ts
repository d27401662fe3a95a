import { z } from 'zod';
import { withVersion } from '../../common/etag.js';
import { pageOf, timestamp, uuid } from '../../common/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import { missingFields } from '../../order-fields/missing-fields.js';
import type { OrderContent } from '../../order-fields/order-content.js';
import { storedContent } from '../../order-fields/order-content.schema.js';
import { orderSources } from './order.entity.js';
import type { ContentRow, OrderRow, OwnOrderRow } from './order-row.js';
import { deliveryStates, orderStatuses } from './order-status.js';
import type { TrackingLinks } from './tracking-links.js';

export const orderStatus = z.enum(orderStatuses).meta({ id: 'OrderStatus' });
const orderSource = z.enum(orderSources).meta({ id: 'OrderSource' });
export const deliveryState = z.enum(deliveryStates).meta({ id: 'DeliveryState' });

export const location = z.object({ latitude: z.number(), longitude: z.number() });

export const orderDto = z
  .object({
    id: uuid,
    status: orderStatus,
    clientId: uuid.nullable(),
    source: orderSource,
    importId: uuid.nullable(),
    ...storedContent,
    depotId: uuid,
    missingFields: z.array(z.string()).describe('Required but empty; a submitted order has none.'),
    returnReason: z
      .string()
      .nullable()
      .describe('Why the dispatcher gave it back, while it is a draft again.'),
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
 * The content of a stored order. Columns are named one by one for speed: lists return thousands of rows a
 * second.
 */
export function contentOf(row: ContentRow): OrderContent {
  const { earliestTime, latestTime, serviceSeconds } = row;
  const timed = earliestTime !== null || latestTime !== null || serviceSeconds !== null;
  return {
    address: {
      addressName: row.addressName,
      addressLineOne: row.addressLineOne,
      addressLineTwo: row.addressLineTwo,
      city: row.city,
      state: row.state,
      zip: row.zip,
      country: row.country,
      latitude: row.latitude,
      longitude: row.longitude,
    },
    recipient: { name: row.recipientName, email: row.recipientEmail, phone: row.recipientPhone },
    activity: row.activity,
    size: row.size,
    packageCount: row.packageCount,
    products: row.products,
    notes: row.notes,
    requestedDate: row.requestedDate,
    timing: timed ? { earliestTime, latestTime, serviceSeconds } : null,
    externalId: row.externalId,
  };
}

/**
 * A stored order as the API returns it. `requiredFields` are its client's current ones: only drafts, which
 * dispatchers never see, can lack any.
 */
export function toOrder(
  row: OrderRow,
  links: TrackingLinks,
  requiredFields: readonly string[] = [],
): OrderDto {
  return withVersion(toListedOrder(row, links, requiredFields), row.version);
}

/** The same in lists, which have no ETag. */
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

/** The place of the last attempt. */
export function toLocation({
  attemptLatitude,
  attemptLongitude,
}: OrderRow): z.output<typeof location> | null {
  if (attemptLatitude === null || attemptLongitude === null) return null;
  return { latitude: attemptLatitude, longitude: attemptLongitude };
}

/** The fields that its client currently requires, as selected with its row. */
export function requiredOf({ requiredFields }: OwnOrderRow): string[] | undefined {
  return requiredFields?.split(' ');
}
