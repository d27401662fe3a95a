import { z } from 'zod';
import { pageOf, timestamp, uuid } from '../../../common/schemas/schemas.js';
import { toTimestamp } from '../../../common/timestamps.js';
import type { Actor } from '../../../common/http/request-context.js';
import { timelineActor } from '../../events/events.dto.js';
import { orderStatuses, orderStatusMeanings, type OrderStatus } from '../order-status.js';

const counts = Object.fromEntries(
  orderStatuses.map((status) => [
    status,
    z
      .int()
      .meta({ description: `How many orders are \`${status}\`: ${orderStatusMeanings[status]}`, example: 3 }),
  ]),
) as Record<OrderStatus, z.ZodInt>;

export const orderSummary = z
  .object(counts)
  .meta({ id: 'OrderSummary', description: 'How many of the client’s orders are in each state.' });
export type OrderSummary = z.output<typeof orderSummary>;

const timelineEntry = z
  .object({
    id: uuid.describe('Id of the entry.'),
    type: z.string().meta({
      description: 'What happened. New types may be added: pass over those you do not know.',
      example: 'order.submitted',
    }),
    at: timestamp.describe('When it happened.'),
    actor: timelineActor.describe('Who caused it.'),
    data: z.record(z.string(), z.unknown()).describe('Details, which differ by `type`. Fields may be added.'),
  })
  .meta({ id: 'TimelineEntry', description: 'One thing that happened to an order.' });
type TimelineEntry = z.output<typeof timelineEntry>;

export const orderTimeline = pageOf(timelineEntry, 'OrderTimeline', 'timeline entries');

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
