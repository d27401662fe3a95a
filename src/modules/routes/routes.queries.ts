import type { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import { stopProjection } from '../stops/stop-columns.js';
import type { RouteQuery } from './routes.dto.js';

const routeProjection = `
  r.id, r.title, r.depot_id as "depotId", r.driver_id as "driverId", r.status, r.starts_at as "startsAt",
  r.started_at as "startedAt", r.completed_at as "completedAt", r.created_at as "createdAt", r.version,
  (select count(*)::int from orders o
    where o.organization_id = r.organization_id and o.route_id = r.id) as "stopCount"`;

interface RoutePageRequest {
  filters: Omit<RouteQuery, 'limit' | 'cursor'>;
  after: [id: string] | undefined;
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
    [page.after?.[0], (value) => `r.id < ${value}`],
  ];
  const all = [
    statement.tenant(scope, 'r'),
    ...conditions.flatMap(([value, condition]) => (value ? [condition(statement.bind(value))] : [])),
  ];
  const text = `select ${routeProjection} from routes r
    where ${all.join(' and ')} order by r.id desc limit ${statement.bind(page.rows)}`;
  return { text };
}

/** Selects one `RouteRow`. */
export function selectRoute(statement: Statement, scope: Scope, id: string): ReadStatement {
  const text = `select ${routeProjection} from routes r
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
