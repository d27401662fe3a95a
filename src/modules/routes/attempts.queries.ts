import type { EntityManager } from '@mikro-orm/postgresql';
import type { DeliveryState, OrderStatus } from '../orders/order-status.js';
import type { Attempt } from './route.entity.js';
import { run } from './routes.queries.js';

/** The order's row, locked, in its present state. */
export interface VisitedOrder {
  id: string;
  clientId: string | null;
  status: OrderStatus;
  routeId: string | null;
  position: number | null;
}

export async function lockOrder(
  em: EntityManager,
  organizationId: string,
  id: string,
): Promise<VisitedOrder | undefined> {
  const sql = `select o.id, o.client_id as "clientId", o.status, o.route_id as "routeId", o.route_position as position
      from orders o where o.organization_id = $1 and o.id = $2 and o.status <> 'draft' for update`;
  return (await run<VisitedOrder>(em, sql, [organizationId, id]))[0];
}

/** Whether a later attempt of the order is known, or exactly this one. */
export async function isLateAttempt(
  em: EntityManager,
  organizationId: string,
  orderId: string,
  state: DeliveryState,
  attemptedAt: Date,
): Promise<boolean> {
  const sql = `
    select 1 from attempts a
     where a.organization_id = $1 and a.order_id = $2
       and (a.attempted_at > $3 or (a.attempted_at = $3 and a.state = $4)) limit 1`;
  return (await run(em, sql, [organizationId, orderId, attemptedAt.toISOString(), state])).length > 0;
}

/** Finishes the order, or corrects how it was finished; false when it has left the state it was read in. */
export async function finishOrder(
  em: EntityManager,
  order: VisitedOrder,
  attempt: Attempt,
  status: OrderStatus,
): Promise<boolean> {
  const sql = `
    update orders o
       set status = $5, delivery_state = $6, attempted_at = $7, signee_name = $8, recipient_notes = $9,
           attempt_latitude = $10, attempt_longitude = $11, completed_at = coalesce(o.completed_at, now()),
           updated_at = now(), version = o.version + 1
     where o.organization_id = $1 and o.id = $2 and o.route_id = $3 and o.status = $4
    returning o.id`;
  const rows = await run(em, sql, [
    attempt.organizationId,
    order.id,
    order.routeId,
    order.status,
    status,
    attempt.state,
    attempt.attemptedAt.toISOString(),
    attempt.signeeName ?? null,
    attempt.recipientNotes ?? null,
    attempt.latitude ?? null,
    attempt.longitude ?? null,
  ]);
  return rows.length > 0;
}

/** Whether the driver has been at another stop of the route since. */
export async function hasMovedOn(
  em: EntityManager,
  organizationId: string,
  routeId: string,
  orderId: string,
  attemptedAt: Date,
): Promise<boolean> {
  const sql = `select 1 from orders o
     where o.organization_id = $1 and o.route_id = $2 and o.id <> $3 and o.attempted_at > $4 limit 1`;
  return (await run(em, sql, [organizationId, routeId, orderId, attemptedAt.toISOString()])).length > 0;
}
