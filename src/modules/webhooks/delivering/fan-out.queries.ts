import { oldestRunning } from '../../events/events.queries.js';

/** Events that one round reads for one endpoint. */
export const newsRows = 200;

export interface LockedEndpoint {
  id: string;
  organizationId: string;
}

/** An event that an endpoint has not got, and the place to go on from after this round. */
export interface NewsRow {
  endpointId: string;
  /** Null where there is none of its types. */
  eventId: string | null;
  type: string | null;
  /** The trace that it belongs to, if it is traced. */
  traceparent: string | null;
  transactionId: string | null;
  /** Whether every older transaction has ended, so that nothing can come before it any more. */
  settled: boolean;
  /** Whether there may be more. */
  isFull: boolean;
  positionTransaction: string;
  positionSeq: string;
}

export interface MadeDelivery {
  id: string;
  endpointId: string;
  eventId: string;
  organizationId: string;
  clientId: string | null;
  round: number;
}

/** Which events an endpoint's team may read, those after its position; by the indexes of the feed. */
const unread = {
  organization: `p.client_id is null and e.organization_id = p.organization_id and e.audience <> 'client'
    and (e.transaction_id, e.seq) > (p.read_transaction_id, p.read_seq)`,
  client: `e.client_id = p.client_id and e.audience <> 'organization'
    and (e.transaction_id, e.seq) > (p.read_transaction_id, p.read_seq)`,
};

/** The organizations with enabled endpoints, of their own or of their clients. */
export const selectReceiving =
  'select distinct organization_id as id from webhook_endpoints where disabled_reason is null';

/** Locks the enabled endpoints with events after their position; of the organizations in `$1`, or of all. */
export const lockEndpointsWithNews = `
  select p.id, p.organization_id as "organizationId" from webhook_endpoints p
   where p.disabled_reason is null and ($1::uuid[] is null or p.organization_id = any($1))
     and (exists (select from events e where ${unread.organization})
          or p.client_id is not null and exists (select from events e where ${unread.client}))
   order by p.id for update skip locked`;

const newsOf = (condition: string) => `(
  select e.id, e.type, e.traceparent, e.transaction_id, e.seq, e.transaction_id < ${oldestRunning} as settled from events e
   where ${condition} and e.type = any($2::text[]) and ('*' = any(p.events) or e.type = any(p.events))
     and not exists (select from clients c where c.id = p.client_id and c.status = 'archived')
   order by e.transaction_id, e.seq limit $3)`;

/**
 * Selects `NewsRow`s of locked endpoints, at least one for each. Everything older than the oldest running transaction
 * has been read when a round is not full; else all up to its last event.
 */
export const selectNews = `
  select p.id as "endpointId", e.id as "eventId", e.type, e.traceparent, e.transaction_id::text as "transactionId",
         coalesce(e.settled, false) as settled, coalesce(e.is_full, false) as "isFull",
         (case when e.is_full then e.last_transaction else ${oldestRunning} end)::text as "positionTransaction",
         case when e.is_full then e.last_seq else 0 end as "positionSeq"
    from webhook_endpoints p
    left join lateral (
      select n.*, count(*) over () = $3 and bool_and(n.settled) over () as is_full,
             last_value(n.transaction_id) over whole as last_transaction, last_value(n.seq) over whole as last_seq
        from (${newsOf(unread.organization)} union all ${newsOf(unread.client)}) n
      window whole as (order by n.transaction_id, n.seq
        rows between unbounded preceding and unbounded following)) e on true
   where p.id = any($1::uuid[])
   order by e.transaction_id, e.seq`;

/** Values: ids, endpoints, events, types. What was made before is left out. */
export const insertDeliveries = `
  insert into webhook_deliveries
    (id, organization_id, client_id, endpoint_id, event_id, type, state, attempts, tries, round, next_attempt_at, created_at)
  select d.id, p.organization_id, p.client_id, p.id, d.event_id, d.type, 'pending', 0, 0, 0, now(), now()
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as d (id, endpoint_id, event_id, type)
    join webhook_endpoints p on p.id = d.endpoint_id
  on conflict (endpoint_id, event_id, organization_id) do nothing
  returning id, endpoint_id as "endpointId", event_id as "eventId", organization_id as "organizationId",
            client_id as "clientId", round`;

/** Never backwards: a new endpoint begins with what begins after it. */
export const movePositions = `
  update webhook_endpoints p set read_transaction_id = moved.transaction_id, read_seq = moved.seq
    from (select distinct * from unnest($1::uuid[], $2::xid8[], $3::bigint[]) as m (id, transaction_id, seq)) moved
   where p.id = moved.id and (moved.transaction_id, moved.seq) > (p.read_transaction_id, p.read_seq)`;
