import { z } from 'zod';
import { timestamp } from '../../common/schemas.js';
import { ACTIVITIES } from '../../order-fields/parsers/activity.js';
import { deliveryState, orderStatus } from '../orders/orders.dto.js';
import type { TrackedRow } from './tracking.queries.js';

/** What the recipient may see: their own order, and whom to contact. */
export const trackingDto = z
  .object({
    status: orderStatus,
    activity: z.enum(ACTIVITIES),
    recipientFirstName: z.string().nullable(),
    address: z.object({
      addressLineOne: z.string().nullable(),
      city: z.string().nullable(),
      zip: z.string().nullable(),
    }),
    eta: z
      .object({ estimatedAt: timestamp, earliestAt: timestamp, latestAt: timestamp })
      .nullable()
      .describe('While it is out for delivery.'),
    stopsAway: z
      .int()
      .nullable()
      .describe('How many stops the driver has before this one, while it is out for delivery.'),
    proof: z
      .object({
        state: deliveryState,
        attemptedAt: timestamp,
        signeeName: z.string().nullable(),
        recipientNotes: z.string().nullable(),
        photoCount: z.int(),
        hasSignature: z.boolean(),
      })
      .nullable(),
    organization: z.object({
      name: z.string(),
      supportEmail: z.string().nullable(),
      supportPhone: z.string().nullable(),
    }),
  })
  .meta({ id: 'Tracking' });
export type TrackingDto = z.output<typeof trackingDto>;

export function toTracking(row: TrackedRow): TrackingDto {
  return {
    status: row.status,
    activity: row.activity,
    recipientFirstName: row.recipientName?.split(/\s+/, 1)[0] ?? null,
    address: { addressLineOne: row.addressLineOne, city: row.city, zip: row.zip },
    eta: toEta(row),
    stopsAway: row.status === 'out_for_delivery' ? row.stopsAway : null,
    proof: toProof(row),
    organization: {
      name: row.organizationName,
      supportEmail: row.supportEmail,
      supportPhone: row.supportPhone,
    },
  };
}

function toEta({ status, etaAt, etaEarliestAt, etaLatestAt }: TrackedRow): TrackingDto['eta'] {
  if (status !== 'out_for_delivery' || !etaAt || !etaEarliestAt || !etaLatestAt) return null;
  return {
    estimatedAt: etaAt.toISOString(),
    earliestAt: etaEarliestAt.toISOString(),
    latestAt: etaLatestAt.toISOString(),
  };
}

function toProof(row: TrackedRow): TrackingDto['proof'] {
  if (!row.deliveryState || !row.attemptedAt) return null;
  return {
    state: row.deliveryState,
    attemptedAt: row.attemptedAt.toISOString(),
    signeeName: row.signeeName,
    recipientNotes: row.recipientNotes,
    photoCount: row.photoCount,
    hasSignature: row.hasSignature,
  };
}
