import type { Actor } from '../../../common/http/request-context.js';
import type { FeedEventType } from '../../events/event-map.js';
import type { DisabledReason } from '../webhook-endpoint.entity.js';

/** All that one attempt needs. */
export interface DeliveryToSend {
  id: string;
  organizationId: string;
  clientId: string | null;
  endpointId: string;
  type: FeedEventType;
  createdAt: Date;
  attempts: number;
  round: number;
  /** Whether it still waits, for an endpoint that is enabled and whose team may be told. */
  isWanted: boolean;
  url: string;
  secretGeneration: number;
  previousSecretUntil: Date | null;
  failingSince: Date | null;
  /** Null for a test. */
  event: {
    id: string;
    createdAt: string;
    clientId: string | null;
    orderId: string | null;
    data: Record<string, unknown>;
    actor: Actor;
  } | null;
}

export const deliveryToSend = `
  select d.id, d.organization_id as "organizationId", d.client_id as "clientId", d.endpoint_id as "endpointId",
         d.type, d.created_at as "createdAt", d.attempts, d.round, p.url,
         p.secret_generation as "secretGeneration", p.previous_secret_until as "previousSecretUntil",
         p.failing_since as "failingSince",
         d.state = 'pending' and p.id is not null and p.disabled_reason is null
           and not exists (select from clients c where c.id = d.client_id and c.status = 'archived')
           and (d.event_id is null or e.id is not null) as "isWanted",
         case when e.id is not null then jsonb_build_object('id', e.id, 'createdAt', e.created_at,
           'clientId', e.client_id, 'orderId', e.order_id, 'data', e.data, 'actor', e.actor) end as event
    from webhook_deliveries d
    left join webhook_endpoints p on p.id = d.endpoint_id
    left join events e on e.id = d.event_id
   where d.id = $1`;

/** Begun anew meanwhile, it is at its first try again. */
export const lockTries = 'select tries from webhook_deliveries where id = $1 for update';

/** Values: the delivery, and the state that it is left in. */
export const dropDelivery = `
  update webhook_deliveries set state = $2, next_attempt_at = null where id = $1 and state = 'pending'`;

/**
 * Values: id, attempts before it, the state after it, the next attempt, URL, headers, body, status, answer, error,
 * milliseconds. Records nothing when another run was first.
 */
export const recordAttempt = `
  with counted as (
    update webhook_deliveries set attempts = attempts + 1, tries = tries + 1, state = $3, next_attempt_at = $4
     where id = $1 and attempts = $2 and state = 'pending'
    returning id, organization_id, client_id, attempts)
  insert into webhook_attempts (id, organization_id, client_id, delivery_id, number, url, request_headers, request_body,
                                status, response, error, latency_milliseconds, created_at)
  select gen_random_uuid(), organization_id, client_id, id, attempts, $5, $6::jsonb, $7, $8, $9, $10, $11, now()
    from counted
  returning number`;

/**
 * Values: the organization, the endpoint, the state of those that failed, since when, and how many at most. By one statement, since all
 * tenants' events wait for its end.
 */
export const beginAnew = `
  update webhook_deliveries d set state = 'pending', tries = 0, round = d.round + 1, next_attempt_at = now()
    from (select id from webhook_deliveries
           where organization_id = $1 and endpoint_id = $2 and state = $3 and created_at >= $4
           order by created_at, id limit $5 for update) ended
   where d.organization_id = $1 and d.id = ended.id
  returning d.id, d.attempts, d.round, d.endpoint_id as "endpointId", d.organization_id as "organizationId",
            d.client_id as "clientId"`;

export const markHealthy = 'update webhook_endpoints set failing_since = null where id = $1';

export interface FailedEndpoint {
  organizationId: string;
  clientId: string | null;
  /** Null unless this failure disabled it. */
  reason: DisabledReason | null;
}

/** Values: the endpoint, and whether it is gone. One that has failed for five days is disabled too. */
export const markFailing = `
  update webhook_endpoints
     set failing_since = coalesce(failing_since, now()),
         disabled_reason = case when $2 then 'gone' when failing_since < now() - interval '5 days' then 'failing' end,
         disabled_at = case when $2 or failing_since < now() - interval '5 days' then now() end,
         version = version + ($2 or coalesce(failing_since < now() - interval '5 days', false))::int
   where id = $1 and disabled_reason is null
  returning organization_id as "organizationId", client_id as "clientId", disabled_reason as reason`;
