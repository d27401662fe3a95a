import type { Actor } from '../../common/http/request-context.js';
import { currentSpan } from '../../tracing/tracing.js';
import { eventMap, type EventData, type EventType } from './event-map.js';

/**
 * Who may read an event: a client's drafts are private to the client, internal matters to the organization.
 */
export type EventAudience = 'both' | 'organization' | 'client';

export const eventColumns =
  'id, organization_id, client_id, audience, type, order_id, data, actor, request_id, traceparent, created_at';

/** Who caused an event, and within what. */
export interface EventCause {
  actor: Actor;
  requestId: string;
  traceparent: string | null;
}

/** An event caused by each of many rows, without the row's own ids. */
interface BulkEvent<Type extends EventType> {
  type: Type;
  organizationId: string;
  audience: EventAudience;
  /** The same for all rows, or an SQL expression for each of its keys. */
  data: EventData<Type> | { sql: { [Key in keyof EventData<Type>]: string } };
}

/** What runs now, for all rows, or an SQL expression for each part of a cause. */
type BulkCause =
  Pick<EventCause, 'actor' | 'requestId'> | { causedBy: { [Key in keyof EventCause]: string } };

/** SQL expressions over the rows of `from`, which may include a `where`. */
interface EventRows {
  from: string;
  id: string;
  clientId: string;
  orderId: string;
}

/** `insert into events …`, one event per row, for bulk statements whose rows are already in the database. */
export function insertEvents<Type extends EventType>(
  statement: { bind(value: unknown): string },
  event: BulkEvent<Type> & BulkCause,
  rows: EventRows,
): string {
  const bind = (value: unknown, type: string) => `${statement.bind(value)}::${type}`;
  const data =
    'sql' in event.data
      ? `jsonb_build_object(${Object.entries(event.data.sql)
          .map(([key, sql]) => `'${key}', ${String(sql)}`)
          .join(', ')})`
      : bind(JSON.stringify(eventMap[event.type].parse(event.data)), 'jsonb');
  const { actor, requestId, traceparent } =
    'causedBy' in event
      ? event.causedBy
      : {
          actor: bind(JSON.stringify(event.actor), 'jsonb'),
          requestId: bind(event.requestId, 'text'),
          traceparent: bind(currentSpan()?.traceparent ?? null, 'text'),
        };
  return `insert into events (${eventColumns})
    select ${rows.id}, ${bind(event.organizationId, 'uuid')}, ${rows.clientId}, ${bind(event.audience, 'text')},
           ${bind(event.type, 'text')}, ${rows.orderId}, ${data}, ${actor}, ${requestId}, ${traceparent}, now()
      from ${rows.from}`;
}
