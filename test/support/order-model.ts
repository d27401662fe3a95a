import {
  mayMove,
  orderTransitions,
  type OrderAction,
  type OrderStatus,
} from '../../src/modules/orders/order-status.js';
import { statusOf, timelineOf } from './dispatch.js';
import type { TestApp } from './test-app.js';

/** The action each event tells of, and where it leads when that is not always the same. */
const told: Record<string, [OrderAction, OrderStatus?]> = {
  'order.submitted': ['submit'],
  'order.withdrawn': ['withdraw'],
  'order.returned': ['return'],
  'order.scheduled': ['assign'],
  'order.unscheduled': ['unassign'],
  'order.out_for_delivery': ['start'],
  'order.delivered': ['attempt', 'delivered'],
  'order.failed': ['attempt', 'failed'],
  'order.rescheduled': ['reschedule'],
};

/** Follows a draft's timeline step by step: each legal, and the last where the order is. Answers the steps. */
export async function followTimeline(app: TestApp, id: string): Promise<number> {
  const timeline = await timelineOf(app, id);
  let state: OrderStatus = 'draft';
  let steps = 0;
  for (const type of timeline) {
    const step = told[type];
    if (!step) continue;
    const [action, to = orderTransitions[action].to[0]] = step;
    expect({ timeline, type, state, legal: mayMove(action, state, to) }).toMatchObject({ legal: true });
    state = to;
    steps += 1;
  }
  expect({ timeline, status: await statusOf(app, id) }).toEqual({ timeline, status: state });
  return steps;
}

/** What does not agree in the database: orders with their routes, places on routes, ETAs with what was told of them. */
export async function disagreements(app: TestApp, orders: readonly string[]): Promise<unknown[]> {
  return app.database.query(
    `with mine as (select * from orders where id = any($1))
     select o.id::text, o.status, r.status as route, o.route_position
       from mine o left join routes r on r.id = o.route_id
      where not case o.status
              when 'draft' then o.route_id is null
              when 'submitted' then o.route_id is null and o.eta_at is null
              when 'scheduled' then r.status = 'planned'
              when 'out_for_delivery' then r.status = 'started' and o.eta_at is not null
              else r.status in ('started', 'completed') and o.attempted_at is not null end
     union all
     select 'places', r.status, r.id::text, count(*)::int
       from routes r join orders o on o.route_id = r.id
      where r.id in (select route_id from mine) group by r.id
     having count(distinct o.route_position) < count(*)
         or (r.status = 'planned' and max(o.route_position) <> count(*))
     union all
     select 'told', o.id::text, o.eta_told_at::text, o.route_position
       from mine o cross join lateral (
         select e.data -> 'eta' ->> 'estimatedAt' as eta from events e
          where e.order_id = o.id and e.type in ('order.out_for_delivery', 'order.eta_changed')
          order by e.seq desc limit 1) last
      where o.status = 'out_for_delivery'
        and (o.eta_told_at <> last.eta::timestamptz or abs(extract(epoch from o.eta_at - o.eta_told_at)) >= 300)`,
    [orders],
  );
}
