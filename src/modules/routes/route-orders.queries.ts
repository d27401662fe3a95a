import type { EntityManager } from '@mikro-orm/postgresql';
import { filterScopeOf, rowsOf } from '../../database/database.js';
import { Statement } from '../../database/sql/statement.js';
import type { OrderStatus } from '../orders/order-status.js';
import { endOf, isHandedOver, mayStart } from '../orders/order-status-sql.js';
import type { ReportedOrder } from '../orders/store-reports.js';
import { etaRules, type Eta } from '../../routing/eta.js';

/**
 * How routes change their orders, each with one conditional statement. The caller has locked the route and
 * its orders (see `RoutesService.lockWithStops`), so that concurrent changes run one after another.
 */

/** An order that a statement changed, and its client. */
export interface MovedOrder extends ReportedOrder {
  position: number;
}

const moved = 'o.id, o.client_id as "clientId", o.source, o.route_position as position';
const changed = 'updated_at = now(), version = o.version + 1';

/** An order locked until the transaction ends, with its state. */
export interface HeldOrder {
  id: string;
  status: OrderStatus;
}

/**
 * Locks a route's orders, and others about to join them, until the transaction ends; by age, as clients' bulk
 * actions do, so that concurrent callers wait instead of deadlocking.
 */
export async function lockOrders(
  em: EntityManager,
  routeId: string,
  ids: readonly string[] = [],
): Promise<HeldOrder[]> {
  const statement = new Statement();
  const text = `select o.id, o.status from orders o
    where ${statement.tenant(filterScopeOf(em), 'o')}
      and (o.route_id = ${statement.bind(routeId)} or o.id = any(${statement.bind(ids)}::uuid[]))
      and ${isHandedOver}
    order by o.created_at, o.id for update`;
  return rowsOf<HeldOrder>(em, text, statement.values);
}

/** submitted → scheduled, for those that can be; placed from `position` on, in the order of `ids`. */
export async function assignOrders(
  em: EntityManager,
  routeId: string,
  ids: readonly string[],
  position: number,
): Promise<MovedOrder[]> {
  const statement = new Statement();
  const text = `
    update orders o
       set status = ${endOf('assign')}, route_id = ${statement.bind(routeId)},
           route_position = ${statement.bind(position)} + wanted.place - 1, scheduled_at = now(), ${changed}
      from unnest(${statement.bind(ids)}::uuid[]) with ordinality as wanted (id, place)
     where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = wanted.id
       and ${mayStart('assign')} and o.route_id is null
    returning ${moved}`;
  return rowsOf<MovedOrder>(em, text, statement.values);
}

/** scheduled → submitted: one stop of a route, or all of them. */
export async function unassignOrders(em: EntityManager, routeId: string, id?: string): Promise<MovedOrder[]> {
  const statement = new Statement();
  const conditions = onRoute(em, statement, routeId);
  if (id) conditions.push(`o.id = ${statement.bind(id)}`);
  const text = `
    update orders o
       set status = ${endOf('unassign')}, route_id = null, route_position = null, scheduled_at = null, ${changed}
      from orders before
     where before.organization_id = o.organization_id and before.id = o.id and ${conditions.join(' and ')} and ${mayStart('unassign')}
    returning o.id, o.client_id as "clientId", o.source, before.route_position as position`;
  return rowsOf<MovedOrder>(em, text, statement.values);
}

/** Shifts the stops from `position` on by this many places. */
export async function shiftPositions(
  em: EntityManager,
  routeId: string,
  position: number,
  places: number,
): Promise<void> {
  const statement = new Statement();
  const conditions = onRoute(em, statement, routeId);
  const text = `update orders o set route_position = o.route_position + ${statement.bind(places)}, ${changed}
    where ${conditions.join(' and ')} and o.route_position >= ${statement.bind(position)}`;
  await rowsOf(em, text, statement.values);
}

/** Sets the positions of a route's stops to their order in `ids`. */
export async function placeOrders(em: EntityManager, routeId: string, ids: readonly string[]): Promise<void> {
  const statement = new Statement();
  const conditions = onRoute(em, statement, routeId);
  const text = `
    update orders o set route_position = wanted.place, ${changed}
      from unnest(${statement.bind(ids)}::uuid[]) with ordinality as wanted (id, place)
     where ${conditions.join(' and ')} and o.id = wanted.id and o.route_position <> wanted.place`;
  await rowsOf(em, text, statement.values);
}

/** scheduled → out for delivery, every stop with its ETA. */
export async function startOrders(
  em: EntityManager,
  routeId: string,
  etas: ReadonlyMap<string, Eta>,
): Promise<MovedOrder[]> {
  const change = `status = ${endOf('start')}, out_for_delivery_at = now(), eta_told_at = eta.at,`;
  return writeEtas<MovedOrder>(em, routeId, etas, mayStart('start'), change);
}

/** An order whose ETA moved; `isNews` when it is far from the one that was last told, and is told now. */
export interface MovedEta extends MovedOrder {
  isNews: boolean;
}

/** New ETAs of stops that are still out for delivery. */
export async function updateEtas(
  em: EntityManager,
  routeId: string,
  etas: ReadonlyMap<string, Eta>,
): Promise<MovedEta[]> {
  const change = `eta_told_at = case when ${isNews} then eta.at else coalesce(o.eta_told_at, o.eta_at) end,`;
  return writeEtas<MovedEta>(em, routeId, etas, `o.status = ${endOf('start')}`, change);
}

/** Orders that were under way before ETAs were kept as told have been told every one. */
const isNews = `(coalesce(
  abs(extract(epoch from eta.at - coalesce(before.eta_told_at, before.eta_at))) >= ${etaRules.newsSeconds}, true))`;

async function writeEtas<Row extends MovedOrder>(
  em: EntityManager,
  routeId: string,
  etas: ReadonlyMap<string, Eta>,
  condition: string,
  change: string,
): Promise<Row[]> {
  const statement = new Statement();
  const conditions = onRoute(em, statement, routeId);
  const moments = (key: keyof Eta) =>
    `${statement.bind([...etas.values()].map((eta) => eta[key].toISOString()))}::timestamptz[]`;
  const text = `
    update orders o
       set ${change} eta_at = eta.at, eta_earliest_at = eta.earliest_at, eta_latest_at = eta.latest_at, ${changed}
      from unnest(${statement.bind([...etas.keys()])}::uuid[],
                  ${moments('estimatedAt')}, ${moments('earliestAt')}, ${moments('latestAt')})
           as eta (id, at, earliest_at, latest_at)
      join orders before on before.id = eta.id
     where before.organization_id = o.organization_id and ${conditions.join(' and ')} and o.id = eta.id and ${condition}
    returning ${moved}, ${isNews} as "isNews"`;
  return rowsOf<Row>(em, text, statement.values);
}

function onRoute(em: EntityManager, statement: Statement, routeId: string): string[] {
  return [statement.tenant(filterScopeOf(em), 'o'), `o.route_id = ${statement.bind(routeId)}`];
}
