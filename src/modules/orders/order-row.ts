import type { FieldName } from '../../order-fields/field-info.js';
import type { OrderContent } from '../../order-fields/order-content.js';
import type { OrderSource } from './order.entity.js';
import type { DeliveryState, OrderStatus } from './order-status.js';

/**
 * A stored order as {@link orderProjection} selects it. Moments are text as PostgreSQL prints it
 * (see `toTimestamp`); `routeTitle` is the title of the route it is on.
 */
export interface OrderRow {
  id: string;
  clientId: string | null;
  depotId: string;
  status: OrderStatus;
  source: OrderSource;
  importId: string | null;
  externalId: string | null;
  addressName: string | null;
  addressLineOne: string | null;
  addressLineTwo: string | null;
  city: string | null;
  state: string | null;
  zip: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  recipientName: string | null;
  recipientEmail: string | null;
  recipientPhone: string | null;
  activity: OrderContent['activity'];
  size: string | null;
  packageCount: number;
  products: string[];
  notes: string | null;
  earliestTime: string | null;
  latestTime: string | null;
  serviceSeconds: number | null;
  returnReason: string | null;
  routeId: string | null;
  routePosition: number | null;
  etaAt: string | null;
  etaEarliestAt: string | null;
  etaLatestAt: string | null;
  deliveryState: DeliveryState | null;
  attemptedAt: string | null;
  signeeName: string | null;
  recipientNotes: string | null;
  attemptLatitude: number | null;
  attemptLongitude: number | null;
  photoCount: number;
  hasSignature: boolean;
  createdAt: string;
  updatedAt: string;
  submittedAt: string | null;
  scheduledAt: string | null;
  outForDeliveryAt: string | null;
  completedAt: string | null;
  version: number;
  routeTitle: string | null;
}

/** An order with the fields its client requires now, space-separated; null when it is no draft. */
export type OwnOrderRow = OrderRow & { requiredFields: string | null };

/** The columns that people write, and the field that each holds. */
export const contentFields = {
  externalId: 'externalId',
  addressName: 'address.addressName',
  addressLineOne: 'address.addressLineOne',
  addressLineTwo: 'address.addressLineTwo',
  city: 'address.city',
  state: 'address.state',
  zip: 'address.zip',
  country: 'address.country',
  latitude: 'address.latitude',
  longitude: 'address.longitude',
  recipientName: 'recipient.name',
  recipientEmail: 'recipient.email',
  recipientPhone: 'recipient.phone',
  activity: 'activity',
  size: 'size',
  packageCount: 'packageCount',
  products: 'products',
  notes: 'notes',
  earliestTime: 'timing.earliestTime',
  latestTime: 'timing.latestTime',
  serviceSeconds: 'timing.serviceSeconds',
} as const satisfies Partial<Record<keyof OrderRow, FieldName>>;

export type ContentColumn = keyof typeof contentFields;
export const contentColumns = Object.keys(contentFields) as ContentColumn[];

/** The part of a row that people write. */
export type ContentRow = Pick<OrderRow, ContentColumn>;

/** What people told about a stored order. */
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
    timing: timed ? { earliestTime, latestTime, serviceSeconds } : null,
    externalId: row.externalId,
  };
}

/** The columns that hold an order's content. */
export function toContentRow(content: OrderContent): ContentRow {
  const { address, recipient, timing, ...flat } = content;
  return {
    ...flat,
    ...address,
    recipientName: recipient.name,
    recipientEmail: recipient.email,
    recipientPhone: recipient.phone,
    earliestTime: timing?.earliestTime ?? null,
    latestTime: timing?.latestTime ?? null,
    serviceSeconds: timing?.serviceSeconds ?? null,
  };
}
