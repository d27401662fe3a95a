import type { EntityManager } from '@mikro-orm/postgresql';
import { filterScopeOf, rowsOf } from '../../database/database.js';
import { Statement } from '../../database/sql/statement.js';
import type { OrderStatus } from '../orders/order-status.js';
import type { StopRow } from '../stops/stops.dto.js';
import type { Attempt } from './attempt.entity.js';

/** Whether the order already has a later attempt, or one with the same time and result. */
export async function isLateAttempt(em: EntityManager, attempt: Attempt): Promise<boolean> {
  const statement = new Statement();
  const at = statement.bind(attempt.attemptedAt.toISOString());
  const text = `select 1 from attempts a
    where ${statement.tenant(filterScopeOf(em), 'a')} and a.order_id = ${statement.bind(attempt.orderId)}
      and (a.attempted_at > ${at} or (a.attempted_at = ${at} and a.state = ${statement.bind(attempt.state)}))
    limit 1`;
  return (await rowsOf(em, text, statement.values)).length > 0;
}

/** Stores the attempt's result on the order. Returns false when its state has changed since it was read. */
export async function finishOrder(
  em: EntityManager,
  order: StopRow,
  attempt: Attempt,
  status: OrderStatus,
): Promise<boolean> {
  const statement = new Statement();
  const set = {
    status,
    delivery_state: attempt.state,
    attempted_at: attempt.attemptedAt.toISOString(),
    signee_name: attempt.signeeName ?? null,
    recipient_notes: attempt.recipientNotes ?? null,
    attempt_latitude: attempt.latitude ?? null,
    attempt_longitude: attempt.longitude ?? null,
  };
  const sets = Object.entries(set).map(([column, value]) => `${column} = ${statement.bind(value)}`);
  const text = `
    update orders o
       set ${sets.join(', ')}, completed_at = coalesce(o.completed_at, now()),
           updated_at = now(), version = o.version + 1
     where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = ${statement.bind(order.id)}
       and o.route_id = ${statement.bind(order.routeId)} and o.status = ${statement.bind(order.status)}
    returning o.id`;
  return (await rowsOf(em, text, statement.values)).length > 0;
}
