import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { withVersion } from '../../common/http/etag.js';
import { propertyNames, sparse } from '../../common/schemas/fields.js';
import { pageOf, timestamp, uuid } from '../../common/schemas/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import { missingFields } from '../../order-fields/missing-fields.js';
import type { Address, OrderContent, Recipient, Timing } from '../../order-fields/order-content.js';
import { storedContent } from '../../order-fields/order-content.schema.js';
import type { OrderInput } from '../../order-fields/order-input.schema.js';
import { storedMetadata } from '../../order-fields/order-metadata.js';
import { orderSources } from './order.entity.js';
import type { ContentRow, OrderRow, OwnOrderRow, WrittenRow } from './order-row.js';
import { deliveryStateMeanings, deliveryStates, orderStatuses, orderStatusMeanings } from './order-status.js';
import { printTrackingCode, trackingCode } from './tracking-code.js';
import type { TrackingLinks } from './tracking-links.js';

export const orderStatus = described('How far an order is:', orderStatusMeanings, {
  values: orderStatuses,
}).meta({ id: 'OrderStatus' });

export const orderSource = described(
  'How an order came here:',
  {
    manual: 'A person of the client typed it in.',
    spreadsheet: 'A row of an imported spreadsheet.',
    shopify: 'Taken over from the client’s Shopify store.',
    dispatcher: 'A dispatcher made it as a stop.',
    api: 'A program made it with an API key.',
  },
  { values: orderSources },
).meta({ id: 'OrderSource' });

const deliveryState = described('How the last attempt ended:', deliveryStateMeanings, {
  values: deliveryStates,
}).meta({ id: 'DeliveryState' });

export const location = z
  .object({
    latitude: z.number().describe('Latitude in WGS-84 degrees, from -90 to 90.'),
    longitude: z.number().describe('Longitude in WGS-84 degrees, from -180 to 180.'),
  })
  .meta({ id: 'Location', description: 'A place on earth.' });

const orderRoute = z
  .object({
    id: uuid.describe('Id of the route.'),
    title: z.string().describe('What the dispatcher calls the route.'),
    position: z.int().describe('Which stop of the route this is, from 1.'),
  })
  .meta({ id: 'OrderRoute', description: 'An order’s place on its route.' });

export const eta = z
  .object({
    estimatedAt: timestamp.describe('When the driver is expected.'),
    earliestAt: timestamp.nullable().describe('Beginning of the window in which to expect the driver.'),
    latestAt: timestamp.nullable().describe('End of the window in which to expect the driver.'),
  })
  .meta({ id: 'Eta', description: 'When the driver is expected at the stop.' });

/** What an attempt left behind, but for its photos and signature. */
export const attemptTexts = {
  state: deliveryState.describe('How the last attempt ended; `unattempted` before the first.'),
  attemptedAt: timestamp.nullable().describe('When the driver last tried; null before the first attempt.'),
  signeeName: z.string().nullable().describe('Who took the packages or signed for them; null if not told.'),
  recipientNotes: z.string().nullable().describe('The driver’s notes for the recipient; null for none.'),
};
export const proofCounts = {
  photoCount: z.int().describe('How many photos the driver took.'),
  hasSignature: z.boolean().describe('Whether somebody signed.'),
};
export const attemptLocation = location
  .nullable()
  .describe('Where the driver was at the last attempt; null if not told.');

const delivery = z
  .object({ ...attemptTexts, location: attemptLocation, ...proofCounts })
  .meta({ id: 'Delivery', description: 'What happened at the stop.' });

export const orderDto = z
  .object({
    id: uuid.describe('Id of the order; as a stop it has the same.'),
    status: orderStatus.describe('How far the order is.'),
    clientId: uuid
      .nullable()
      .describe('Id of the client that the order belongs to; null for a stop of the organization’s own.'),
    source: orderSource.describe('How the order came here.'),
    importId: uuid.nullable().describe('Id of the import that made it; null for others.'),
    ...storedContent,
    metadata: storedMetadata,
    trackingCode,
    depotId: uuid.describe('Id of the depot from which it is delivered.'),
    missingFields: z.array(z.string()).meta({
      description: 'Names of the fields that are required but empty; a submitted order has none.',
      example: ['recipient.phone'],
    }),
    returnReason: z
      .string()
      .nullable()
      .describe('Why the dispatcher gave it back, while it is a draft again; null else.'),
    storeCancelledAt: timestamp
      .nullable()
      .meta({ description: 'When the store that it came from cancelled it; null else.', example: null }),
    route: orderRoute.nullable().describe('The route it is on, and where; null while it is on none.'),
    eta: eta.nullable().describe('When the driver is expected; null until the route has started.'),
    delivery: delivery.nullable().describe('What happened at the stop; null while it is a draft.'),
    trackingUrl: z.string().nullable().meta({
      description: 'Page on which the recipient can follow the order; null while it is a draft.',
      format: 'uri',
    }),
    version: z
      .int()
      .describe('Counts the changes of the order; the `ETag` of a single order is made from it.'),
    createdAt: timestamp.describe('When it was made.'),
    updatedAt: timestamp.describe('When it last changed.'),
    submittedAt: timestamp.nullable().describe('When it was handed over; null while it is a draft.'),
    scheduledAt: timestamp.nullable().describe('When it was put on its route; null while it is on none.'),
    outForDeliveryAt: timestamp.nullable().describe('When its route started; null before.'),
    completedAt: timestamp.nullable().describe('When it was delivered, collected or failed; null before.'),
  })
  .meta({
    id: 'Order',
    description: 'One delivery or pickup that a client hands over to its delivery company.',
  });
export type OrderDto = z.output<typeof orderDto>;

export const orderPage = pageOf(orderDto, 'OrderPage', 'orders');

export const orderProperty = propertyNames(orderDto, 'OrderProperty');
export const sparseOrder = sparse(orderDto, 'SparseOrder', 'An order');
export const sparseOrderPage = pageOf(sparseOrder, 'SparseOrderPage', 'orders');

/**
 * The content of a stored order. Columns are named one by one for speed: lists return thousands of rows a
 * second.
 */
export function contentOf(row: ContentRow): OrderContent {
  return {
    address: toAddress(row),
    recipient: toRecipient(row),
    activity: row.activity,
    size: row.size,
    packageCount: row.packageCount,
    products: row.products,
    notes: row.notes,
    requestedDate: row.requestedDate,
    timing: toTiming(row),
    externalId: row.externalId,
  };
}

export function toAddress(row: Pick<ContentRow, keyof Address>): Address {
  return {
    addressName: row.addressName,
    addressLineOne: row.addressLineOne,
    addressLineTwo: row.addressLineTwo,
    city: row.city,
    state: row.state,
    zip: row.zip,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
  };
}

export function toRecipient(
  row: Pick<ContentRow, 'recipientName' | 'recipientEmail' | 'recipientPhone'>,
): Recipient {
  return { name: row.recipientName, email: row.recipientEmail, phone: row.recipientPhone };
}

export function toTiming({
  earliestTime,
  latestTime,
  serviceSeconds,
}: Pick<ContentRow, keyof Timing>): Timing | null {
  const timed = earliestTime !== null || latestTime !== null || serviceSeconds !== null;
  return timed ? { earliestTime, latestTime, serviceSeconds } : null;
}

/** The content of a stored order with its metadata. */
export function inputOf(row: WrittenRow): OrderInput {
  return { ...contentOf(row), metadata: row.metadata };
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
    metadata: row.metadata,
    trackingCode: printTrackingCode(row.trackingCode),
    depotId: row.depotId,
    missingFields: isDraft ? missingFields(content, requiredFields) : [],
    returnReason: row.returnReason,
    storeCancelledAt: toTimestamp(row.storeCancelledAt),
    route: toRoute(row),
    eta: toEta(row),
    delivery: toDelivery(row),
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

export function toRoute({
  routeId,
  routeTitle,
  routePosition,
}: Pick<OrderRow, 'routeId' | 'routeTitle' | 'routePosition'>): OrderDto['route'] {
  if (routeId === null || routeTitle === null || routePosition === null) return null;
  return { id: routeId, title: routeTitle, position: routePosition };
}

export function toEta({
  etaAt,
  etaEarliestAt,
  etaLatestAt,
}: Pick<OrderRow, 'etaAt' | 'etaEarliestAt' | 'etaLatestAt'>): OrderDto['eta'] {
  if (etaAt === null) return null;
  return {
    estimatedAt: toTimestamp(etaAt),
    earliestAt: toTimestamp(etaEarliestAt),
    latestAt: toTimestamp(etaLatestAt),
  };
}

export function toDelivery(
  row: Pick<
    OrderRow,
    | 'status'
    | 'deliveryState'
    | 'attemptedAt'
    | 'signeeName'
    | 'recipientNotes'
    | 'attemptLatitude'
    | 'attemptLongitude'
    | 'photoCount'
    | 'hasSignature'
  >,
): OrderDto['delivery'] {
  if (row.status === 'draft') return null;
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
}: Pick<OrderRow, 'attemptLatitude' | 'attemptLongitude'>): z.output<typeof location> | null {
  if (attemptLatitude === null || attemptLongitude === null) return null;
  return { latitude: attemptLatitude, longitude: attemptLongitude };
}

/** The fields that its client currently requires, as selected with its row. */
export function requiredOf({ requiredFields }: Pick<OwnOrderRow, 'requiredFields'>): string[] | undefined {
  return requiredFields?.split(' ');
}
