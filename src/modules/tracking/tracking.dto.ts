import { z } from 'zod';
import { aboutTestMode } from '../../auth/sessions/sessions.dto.js';
import { storedEmail, timestamp } from '../../common/schemas/schemas.js';
import { storedAddress, storedContent } from '../../order-fields/order-content.schema.js';
import { attemptTexts, eta, orderStatus, proofCounts } from '../orders/orders.dto.js';
import type { TrackedRow } from './tracking.queries.js';

const trackedAddress = storedAddress
  .pick({ addressLineOne: true, city: true, zip: true })
  .meta({ id: 'TrackedAddress', description: 'Where the stop is, as far as the recipient needs it.' });

const trackedProof = z
  .object({
    ...attemptTexts,
    attemptedAt: timestamp.describe('When the driver last tried.'),
    ...proofCounts,
  })
  .meta({ id: 'TrackedProof', description: 'How the last attempt ended.' });

const supportContact = z
  .object({
    name: z.string().describe('Name of the delivery company.'),
    supportEmail: storedEmail.nullable().describe('Where to write to; null if not told.'),
    supportPhone: z.string().nullable().describe('Where to call; null if not told.'),
    testMode: z.boolean().describe(aboutTestMode),
  })
  .meta({ id: 'SupportContact', description: 'Whom the recipient can ask.' });

/** What the recipient may see: their own order, and whom to contact. */
export const trackingDto = z
  .object({
    status: orderStatus.describe('How far the order is.'),
    activity: storedContent.activity,
    recipientFirstName: z.string().nullable().describe('The recipient’s first name; null if not told.'),
    address: trackedAddress.describe('Where the stop is.'),
    eta: eta.nullable().describe('When to expect the driver, while it is out for delivery; null else.'),
    stopsAway: z
      .int()
      .nullable()
      .describe('How many stops the driver has before this one, while it is out for delivery; null else.'),
    proof: trackedProof.nullable().describe('How the last attempt ended; null before the first.'),
    organization: supportContact.describe('The delivery company, and how to reach it.'),
  })
  .meta({ id: 'Tracking', description: 'What the recipient of an order may see.' });
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
      testMode: row.testMode,
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
