import type { OrderRow } from './order-row.js';

/** PostgreSQL type of every column that SQL projections read, by its name in {@link OrderRow}. */
export const orderColumnTypes = {
  id: 'uuid',
  clientId: 'uuid',
  depotId: 'uuid',
  status: 'text',
  source: 'text',
  importId: 'uuid',
  externalId: 'text',
  addressName: 'text',
  addressLineOne: 'text',
  addressLineTwo: 'text',
  city: 'text',
  state: 'text',
  zip: 'text',
  country: 'text',
  latitude: 'float8',
  longitude: 'float8',
  recipientName: 'text',
  recipientEmail: 'text',
  recipientPhone: 'text',
  activity: 'text',
  size: 'text',
  packageCount: 'int',
  products: 'text[]',
  notes: 'text',
  earliestTime: 'text',
  latestTime: 'text',
  serviceSeconds: 'int',
  returnReason: 'text',
  routeId: 'uuid',
  routePosition: 'int',
  etaAt: 'timestamptz',
  etaEarliestAt: 'timestamptz',
  etaLatestAt: 'timestamptz',
  deliveryState: 'text',
  attemptedAt: 'timestamptz',
  signeeName: 'text',
  recipientNotes: 'text',
  attemptLatitude: 'float8',
  attemptLongitude: 'float8',
  photoCount: 'int',
  hasSignature: 'bool',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  submittedAt: 'timestamptz',
  scheduledAt: 'timestamptz',
  outForDeliveryAt: 'timestamptz',
  completedAt: 'timestamptz',
  version: 'int',
} as const satisfies Record<Exclude<keyof OrderRow, 'routeTitle'>, string>;

export type OrderColumn = keyof typeof orderColumnTypes;

/** `recipientName` → `recipient_name`. */
export function toColumn(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const projected = (Object.keys(orderColumnTypes) as OrderColumn[]).map(
  (property) => `o.${toColumn(property)} as "${property}"`,
);

/** Select list of an {@link OrderRow} from `orders o`. Names nothing that a client may not read. */
export const orderProjection = [
  ...projected,
  '(select r.title from routes r where r.id = o.route_id) as "routeTitle"',
].join(', ');
