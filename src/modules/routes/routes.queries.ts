import type { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import { newestFirstSql, olderThanSql, type Age } from '../../database/sql/newest-first.js';
import { searchConditions } from '../orders/reads/order-search.js';
import { stopProjection } from '../stops/stop-columns.js';
import { isHandedOver, mayStart, stateList } from '../orders/order-status-sql.js';
import type { PlanFilter } from './plan-routes.dto.js';
import type { RouteQuery } from './routes.dto.js';

const routeProjection = `
  r.id, r.title, r.depot_id as "depotId", r.driver_id as "driverId", r.status, r.starts_at as "startsAt",
  r.started_at as "startedAt", r.completed_at as "completedAt", r.created_at as "createdAt", r.version,
  r.planned_distance_meters as "plannedDistanceMeters", r.planned_seconds as "plannedSeconds",
  r.travel_times as "travelTimes", progress.*`;

const progress = `cross join lateral (
  select count(*)::int as "stopCount",
         count(*) filter (where o.status in (${stateList(['delivered', 'picked_up'])}))::int as "doneCount",
         count(*) filter (where o.status in (${stateList(['failed'])}))::int as "failedCount"
    from orders o where o.organization_id = r.organization_id and o.route_id = r.id) progress`;

interface RoutePageRequest {
  filters: Omit<RouteQuery, 'limit' | 'cursor'>;
  after: Age | undefined;
  /** Rows to fetch: one more than the page, to know whether another page follows. */
  rows: number;
}

/** Selects a page of `RouteRow`s, newest first. */
export function selectRoutes(statement: Statement, scope: Scope, page: RoutePageRequest): ReadStatement {
  const { status, depotId, driverId } = page.filters;
  const conditions: [unknown, (placeholder: string) => string][] = [
    [status, (value) => `r.status = any(${value}::text[])`],
    [depotId, (value) => `r.depot_id = ${value}`],
    [driverId, (value) => `r.driver_id = ${value}`],
  ];
  const all = [
    statement.tenant(scope, 'r'),
    ...conditions.flatMap(([value, condition]) => (value ? [condition(statement.bind(value))] : [])),
    ...(page.after ? [olderThanSql(statement, 'r', page.after)] : []),
  ];
  const text = `select ${routeProjection} from routes r ${progress}
    where ${all.join(' and ')} ${newestFirstSql('r')} limit ${statement.bind(page.rows)}`;
  return { text };
}

/** Selects one `RouteDetailRow`. */
export function selectRoute(statement: Statement, scope: Scope, id: string): ReadStatement {
  const text = `select ${routeProjection}, r.plan, d.timezone as "timeZone",
      d.latitude as "depotLatitude", d.longitude as "depotLongitude", r.leaves_at as "leavesAt",
      r.leaves_stop_id as "leavesStopId", r.leaves_latitude as "leavesLatitude", r.leaves_longitude as "leavesLongitude"
    from routes r join depots d on d.organization_id = r.organization_id and d.id = r.depot_id ${progress}
    where ${statement.tenant(scope, 'r')} and r.id = ${statement.bind(id)}`;
  return { text, prepare: true };
}

/** Selects the `StopRow`s of a route in the order in which they are visited. */
export function selectRouteStops(statement: Statement, scope: Scope, routeId: string): ReadStatement {
  const text = `select ${stopProjection} from orders o
    where ${statement.tenant(scope, 'o')} and o.route_id = ${statement.bind(routeId)}
    order by o.route_position, o.id`;
  return { text, prepare: true };
}

/** Selects the `plan` of a route. */
export function selectRoutePlan(statement: Statement, scope: Scope, id: string): ReadStatement {
  const text = `select r.plan from routes r
    where ${statement.tenant(scope, 'r')} and r.id = ${statement.bind(id)}`;
  return { text, prepare: true };
}

/** Selects the `StopRow`s with these ids, oldest first. */
export function selectStopsById(statement: Statement, scope: Scope, ids: readonly string[]): ReadStatement {
  const text = `select ${stopProjection} from orders o
    where ${statement.tenant(scope, 'o')} and o.id = any(${statement.bind(ids)}::uuid[]) and ${isHandedOver}
    order by o.created_at, o.id`;
  return { text };
}

/** Selects the `StopRow`s of a depot that are on no route and fit the filter, oldest first; at most so many. */
export function selectUnassigned(
  statement: Statement,
  scope: Scope,
  depotId: string,
  { clientId, ...filters }: PlanFilter,
  rows: number,
): ReadStatement {
  const conditions: [unknown, (placeholder: string) => string][] = [
    [depotId, (value) => `o.depot_id = ${value}`],
    [clientId, (value) => `o.client_id = ${value}`],
  ];
  const all = [
    statement.tenant(scope, 'o'),
    mayStart('assign'),
    ...searchConditions(statement, filters),
    ...conditions.flatMap(([value, condition]) => (value ? [condition(statement.bind(value))] : [])),
  ];
  const text = `select ${stopProjection} from orders o
    where ${all.join(' and ')} and o.route_id is null
    order by o.created_at, o.id limit ${statement.bind(rows)}`;
  return { text };
}
