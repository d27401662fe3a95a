import type { Actor } from '../../common/http/request-context.js';
import type { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import type { FeedEventType } from './event-map.js';
import { isBeginning, type EventPosition } from './event-position.js';

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
}

/** What is asked for of all that may be read. */
export interface EventSelection {
  types: readonly string[];
  orderId?: string;
}

export interface EventPageRequest extends EventSelection {
  after: EventPosition;
  /** Days for which events are kept. */
  days: number;
  rows: number;
}

/** Whoever has begun with the oldest event has this long to read on before what follows it is forgotten. */
const graceDays = 1;

/**
 * The oldest transaction of this database that is still running: what older ones wrote can be read, and nothing comes
 * before it. Selected, so that it is asked once for all rows.
 */
export const oldestRunning = '(select oldest_running())';

/** What this side may read of a tenant's events. The literal lets the index of the organization's be used. */
function readable(statement: Statement, scope: Scope, alias = 'e'): string {
  const tenant = statement.tenant(scope, alias);
  if (scope.audience === 'client') return `${tenant} and ${alias}.audience <> 'organization'`;
  return scope.audience === 'organization' ? `${tenant} and ${alias}.audience <> 'client'` : tenant;
}

function selected(
  statement: Statement,
  scope: Scope,
  { types, orderId }: EventSelection,
  alias = 'e',
): string {
  const ofOrder = orderId === undefined ? '' : `and ${alias}.order_id = ${statement.bind(orderId)}`;
  return `${readable(statement, scope, alias)} ${ofOrder} and ${alias}.type = any(${statement.bind(types)}::text[])`;
}

const isOlder = (days: string, alias: string) =>
  `${alias}.created_at <= now() - make_interval(days => ${days}::int)`;

/**
 * Selects `EventRow`s after a position, oldest first: those that have settled, then those that have not. From a place
 * that was found nothing is left out; it is the place itself that expires.
 */
export function selectEvents(
  statement: Statement,
  scope: Scope,
  { after, days, rows, ...selection }: EventPageRequest,
): ReadStatement {
  const isKept = isBeginning(after) ? `and not ${isOlder(statement.bind(days), 'e')}` : '';
  const text = `
    select e.id, e.transaction_id::text as "transactionId", e.seq, e.type, e.created_at as "createdAt",
           e.client_id as "clientId", e.order_id as "orderId", e.data, e.actor, e.transaction_id < ${oldestRunning} as settled
      from events e
     where ${selected(statement, scope, selection)} ${isKept}
       and (e.transaction_id, e.seq) > (${statement.bind(after.transactionId)}::xid8, ${statement.bind(after.seq)}::bigint)
     order by e.transaction_id, e.seq limit ${statement.bind(rows)}`;
  return { text, prepare: true };
}

/** What is not settled may still get something before it: its place is where the settled ones end. */
const place = `e.id, least(e.transaction_id, ${oldestRunning})::text as "transactionId",
   case when e.transaction_id < ${oldestRunning} then e.seq else 0 end as seq`;

/**
 * Selects the `PlaceRow` of an event, with whether it has `expired`: what was asked for and comes next is forgotten.
 * However old the event itself is, nothing was missed where what comes next is kept, or nothing does.
 */
export function selectPlace(
  statement: Statement,
  scope: Scope,
  { id, days, ...selection }: EventSelection & { id: string; days: number },
): ReadStatement {
  const text = `select ${place}, coalesce((
        select ${isOlder(statement.bind(days + graceDays), 'next')} from events next
         where ${selected(statement, scope, selection, 'next')}
           and (next.transaction_id, next.seq) > (e.transaction_id, e.seq)
         order by next.transaction_id, next.seq limit 1), false) as expired
      from events e
     where ${readable(statement, scope)} and e.id = ${statement.bind(id)}`;
  return { text, prepare: true };
}

/** Selects the `PlaceRow` of the newest settled event. */
export function selectNewestPlace(statement: Statement, scope: Scope): ReadStatement {
  const text = `select ${place} from events e
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
