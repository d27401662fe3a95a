import { z } from 'zod';
import { pageOf, timestamp, uuid } from '../../common/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import type { Actor } from '../../common/request-context.js';
import { deliveryState, location, toLocation } from './orders.dto.js';
import type { OrderRow } from './order-row.js';
import type { OrderStatus } from './order-status.js';

const count = z.int().meta({ example: 3 });

/** One count for each of `orderStatuses`. */
export const orderSummary = z
  .object({
    draft: count,
    submitted: count,
    scheduled: count,
    out_for_delivery: count,
    delivered: count,
    picked_up: count,
    failed: count,
  } satisfies Record<OrderStatus, typeof count>)
  .meta({ id: 'OrderSummary' });
export type OrderSummary = z.output<typeof orderSummary>;

const timelineEntry = z
  .object({
    id: uuid,
    type: z.string().meta({ example: 'order.submitted' }),
    at: timestamp,
    actor: z.object({
      kind: z.enum(['user', 'api_key', 'system', 'driver_link']),
      name: z.string().nullable(),
    }),
    data: z.record(z.string(), z.unknown()).describe('What the event itself tells; may gain fields.'),
  })
  .meta({ id: 'TimelineEntry' });
type TimelineEntry = z.output<typeof timelineEntry>;

export const orderTimeline = pageOf(timelineEntry, 'OrderTimeline');

/** An event of one order; `seq` orders them. */
export interface TimelineRow {
  id: string;
  seq: string;
  type: string;
  createdAt: string;
  actor: Actor;
  data: Record<string, unknown>;
}

export function toTimelineEntry({ id, type, createdAt, actor, data }: TimelineRow): TimelineEntry {
  return { id, type, at: toTimestamp(createdAt), actor: { kind: actor.kind, name: actor.name }, data };
}

const proofFile = z.object({
  url: z.string().describe('Signed, for a short while.'),
  expiresAt: timestamp,
});

export const proofOfDelivery = z
  .object({
    state: deliveryState,
    attemptedAt: timestamp.nullable(),
    signeeName: z.string().nullable(),
    recipientNotes: z.string().nullable(),
    location: location.nullable().describe('Where the attempt was made.'),
    photos: z.array(proofFile),
    signature: proofFile.nullable(),
  })
  .meta({ id: 'ProofOfDelivery' });
export type ProofOfDelivery = z.output<typeof proofOfDelivery>;

export function toProofOfDelivery(row: OrderRow): ProofOfDelivery {
  return {
    state: row.deliveryState ?? 'unattempted',
    attemptedAt: toTimestamp(row.attemptedAt),
    signeeName: row.signeeName,
    recipientNotes: row.recipientNotes,
    location: toLocation(row),
    photos: [],
    signature: null,
  };
}
