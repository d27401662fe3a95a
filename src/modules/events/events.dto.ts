import { z } from 'zod';
import type { Actor } from '../../common/http/request-context.js';
import { described } from '../../common/schemas/described.js';
import { pageOf, pageQuery, repeatable, timestamp, uuid } from '../../common/schemas/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import type { EventPosition } from './event-position.js';
import { feedEventMeanings } from './feed-events.js';
import type { EventRow } from './events.queries.js';

export const eventType = described('What happened:', feedEventMeanings).meta({ id: 'EventType' });

const actorKind = described('Who or what acted:', {
  user: 'A person who was signed in.',
  api_key: 'A program with an API key.',
  system: 'Waybill by itself.',
  driver_link: 'A driver with the link to the run sheet.',
} satisfies Record<Actor['kind'], string>).meta({ id: 'ActorKind' });

/** Who caused an event, in the feed and on an order's timeline. */
export const timelineActor = z
  .object({
    kind: actorKind.describe('What kind of actor it was.'),
    name: z.string().nullable().describe('Name of the person or the API key; null for the others.'),
  })
  .meta({ id: 'TimelineActor', description: 'Who caused an entry of a timeline, or an event.' });

export const event = z
  .object({
    id: uuid.describe('Id of the event, and the position to go on from.'),
    type: eventType.describe('What happened. Types may be added: pass over those you do not know.'),
    createdAt: timestamp.describe('When it happened.'),
    clientId: uuid.nullable().describe('The client it is about; null where it is the organization’s own.'),
    orderId: uuid.nullable().describe('The order, which is also the stop; null where it is about none.'),
    data: z.record(z.string(), z.unknown()).describe('Details, which differ by `type`. Fields may be added.'),
    actor: timelineActor.describe('Who caused it.'),
  })
  .meta({ id: 'Event', description: 'One thing that happened.' });
type EventDto = z.output<typeof event>;

export const eventPage = pageOf(event, 'EventPage', 'events');

const filters = {
  types: repeatable(eventType).describe(
    'Only events of these types; repeat it for several. Of types that you may not read there are none.',
  ),
  orderId: uuid.optional().meta({ description: 'Only events of this order.', example: undefined }),
};

const after = (description: string) => uuid.optional().meta({ description, example: undefined });

export const eventsQuery = z.strictObject({
  ...filters,
  after: after(
    'Id of the last event you know; the answer begins with the next one. Left out, or all zeros: with the oldest that is kept.',
  ),
  ...pageQuery,
});
export type EventsQuery = z.output<typeof eventsQuery>;

export const eventStreamQuery = z.strictObject({
  ...filters,
  after: after('The same as the header `Last-Event-ID`, which wins where both are given.'),
});
export type EventStreamQuery = z.output<typeof eventStreamQuery>;

/** All of an event but its place in the order of events. */
type EventFacts = Omit<EventRow, keyof EventPosition | 'settled'>;

export function toEvent({ id, type, createdAt, clientId, orderId, data, actor }: EventFacts): EventDto {
  const { kind, name } = actor;
  return { id, type, createdAt: toTimestamp(createdAt), clientId, orderId, data, actor: { kind, name } };
}
