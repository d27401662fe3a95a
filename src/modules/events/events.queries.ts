import type { Actor } from '../../common/http/request-context.js';
import type { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import type { FeedEventType } from './event-map.js';
import type { EventPosition } from './event-position.js';

/** An event as it is read. */
export interface EventRow extends EventPosition {
  id: string;
  type: FeedEventType;
  createdAt: string;
  clientId: string | null;
  orderId: string | null;
  data: Record<string, unknown>;
  actor: Actor;
  /** Whether every older transaction has ended, so that nothing can come before it any more. */
  settled: boolean;
}

/** An event as a place to go on from. */
export interface PlaceRow extends EventPosition {
  id: string;
  /** Whether the feed has forgotten it. */
  expired: boolean;
}

export interface EventPageRequest {
  after: EventPosition;
  types: readonly string[];
  orderId?: string;
  /** Days for which events are kept. */
  days: number;
  rows: number;
}

/** The oldest transaction that is still running: what older ones wrote can be read, and nothing comes before it. */
export const oldestRunning = 'pg_snapshot_xmin(pg_current_snapshot())';

/** What this side may read of a tenant's events. The literal lets the index of the organization's be used. */
function readable(statement: Statement, scope: Scope): string {
  const tenant = statement.tenant(scope, 'e');
  if (scope.audience === 'client') return `${tenant} and e.audience <> 'organization'`;
  return scope.audience === 'organization' ? `${tenant} and e.audience <> 'client'` : tenant;
}

const isKept = (days: string) => `e.created_at > now() - make_interval(days => ${days}::int)`;

/** Selects `EventRow`s after a position, oldest first: those that have settled, then those that have not. */
export function selectEvents(
  statement: Statement,
  scope: Scope,
  { after, types, orderId, days, rows }: EventPageRequest,
): ReadStatement {
  const ofOrder = orderId === undefined ? '' : `and e.order_id = ${statement.bind(orderId)}`;
  const text = `
    select e.id, e.transaction_id::text as "transactionId", e.seq, e.type, e.created_at as "createdAt",
           e.client_id as "clientId", e.order_id as "orderId", e.data, e.actor, e.transaction_id < ${oldestRunning} as settled
      from events e
     where ${readable(statement, scope)} ${ofOrder}
       and (e.transaction_id, e.seq) > (${statement.bind(after.transactionId)}::xid8, ${statement.bind(after.seq)}::bigint)
       and e.type = any(${statement.bind(types)}::text[]) and ${isKept(statement.bind(days))}
     order by e.transaction_id, e.seq limit ${statement.bind(rows)}`;
  return { text, prepare: true };
}

const place = (days: string) =>
  `e.id, e.transaction_id::text as "transactionId", e.seq, not ${isKept(days)} as expired from events e`;

/** Selects the `PlaceRow` of an event. */
export function selectPlace(statement: Statement, scope: Scope, id: string, days: number): ReadStatement {
  const text = `select ${place(statement.bind(days))}
    where ${readable(statement, scope)} and e.id = ${statement.bind(id)}`;
  return { text, prepare: true };
}

/** Selects the `PlaceRow` of the newest settled event. */
export function selectNewestPlace(statement: Statement, scope: Scope, days: number): ReadStatement {
  const text = `select ${place(statement.bind(days))}
    where ${readable(statement, scope)} and e.transaction_id < ${oldestRunning}
    order by e.transaction_id desc, e.seq desc limit 1`;
  return { text, prepare: true };
}

/**
 * Selects which of many teams have events past their position: `{ n }`, counted from 0. Its values are arrays of
 * organizations, clients (null for the organization's own team), transactions, numbers, and the types that count.
 */
export const teamsWithNews = `
  select asked.n::int - 1 as n
    from unnest($1::uuid[], $2::uuid[], $3::xid8[], $4::bigint[]) with ordinality
         as asked (organization_id, client_id, transaction_id, seq, n)
   where case when asked.client_id is null
     then exists (select from events e
       where e.organization_id = asked.organization_id and e.audience <> 'client'
         and (e.transaction_id, e.seq) > (asked.transaction_id, asked.seq) and e.type = any($5::text[]))
     else exists (select from events e
       where e.client_id = asked.client_id and e.audience <> 'organization'
         and (e.transaction_id, e.seq) > (asked.transaction_id, asked.seq) and e.type = any($5::text[])) end`;
