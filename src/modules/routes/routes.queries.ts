import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { CursorKeys } from '../../common/cursor.js';
import { sqlOf } from '../../database/database.js';
import type { StopRow } from '../stops/stops.dto.js';
import { stopProjection } from '../stops/stops.queries.js';
import type { Eta } from './eta.js';
import type { RouteQuery, RouteRow } from './routes.dto.js';

const routeProjection = `
  r.id, r.title, r.depot_id as "depotId", r.driver_id as "driverId", r.status, r.starts_at as "startsAt",
  r.started_at as "startedAt", r.completed_at as "completedAt", r.created_at as "createdAt", r.version,
  (select count(*)::int from orders o
    where o.organization_id = r.organization_id and o.route_id = r.id) as "stopCount"`;

export type RouteFilters = Omit<RouteQuery, 'limit' | 'cursor'>;

/** The rows of one page and one more, newest first. */
export async function findRoutes(
  em: EntityManager,
  organizationId: string,
  { status, depotId, driverId }: RouteFilters,
  after: CursorKeys | undefined,
  rowCount: number,
): Promise<RouteRow[]> {
  const values: unknown[] = [organizationId, rowCount];
  const conditions = ['r.organization_id = $1'];
  const add = (condition: string, item: unknown) => {
    if (item !== undefined) conditions.push(`${condition}$${values.push(item)}`);
  };
  add('r.depot_id = ', depotId);
  add('r.driver_id = ', driverId);
  add('r.id < ', after?.[0]);
  if (status) conditions.push(`r.status = any($${values.push(status)}::text[])`);
  const sql = `select ${routeProjection} from routes r where ${conditions.join(' and ')} order by r.id desc limit $2`;
  return run<RouteRow>(em, sql, values);
}

export async function findRoute(
  em: EntityManager,
  organizationId: string,
  id: string,
): Promise<RouteRow | undefined> {
  const sql = `select ${routeProjection} from routes r where r.organization_id = $1 and r.id = $2`;
  return (await run<RouteRow>(em, sql, [organizationId, id]))[0];
}

/** The stops of a route in the order in which they are visited. */
export async function findRouteStops(
  em: EntityManager,
  organizationId: string,
  routeId: string,
): Promise<StopRow[]> {
  const sql = `select ${stopProjection} from orders o where o.organization_id = $1 and o.route_id = $2 order by o.route_position, o.id`;
  return run<StopRow>(em, sql, [organizationId, routeId]);
}

/** An order that a statement moved, and whose it is. */
export interface MovedOrder {
  id: string;
  clientId: string | null;
  position: number;
}

const moved = 'o.id, o.client_id as "clientId", o.route_position as position';
const changed = 'updated_at = now(), version = o.version + 1';

/** submitted → scheduled, those that can be; they stand from `position` on. */
export async function assignOrders(
  em: EntityManager,
  organizationId: string,
  routeId: string,
  ids: string[],
  position: number,
): Promise<MovedOrder[]> {
  // Locked in the order of their ids, so that two dispatchers who want the same stops wait, not deadlock.
  const sql = `
    with free as (
      select o.id from orders o
       where o.organization_id = $1 and o.id = any($3::uuid[]) and o.status = 'submitted' and o.route_id is null
       order by o.id for update)
    update orders o
       set status = 'scheduled', route_id = $2, route_position = $4 + wanted.place - 1,
           scheduled_at = now(), ${changed}
      from unnest($3::uuid[]) with ordinality as wanted (id, place), free
     where o.organization_id = $1 and o.id = free.id and wanted.id = free.id
       and o.status = 'submitted' and o.route_id is null
    returning ${moved}`;
  return run<MovedOrder>(em, sql, [organizationId, routeId, ids, position]);
}

/** The state of stops by their ids, as far as they are there. */
export async function findStates(
  em: EntityManager,
  organizationId: string,
  ids: string[],
): Promise<Map<string, string>> {
  const sql = `select o.id, o.status from orders o
     where o.organization_id = $1 and o.id = any($2::uuid[]) and o.status <> 'draft'`;
  const rows = await run<{ id: string; status: string }>(em, sql, [organizationId, ids]);
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** scheduled → submitted: one stop of a route, or all of them. */
export async function unassignOrders(
  em: EntityManager,
  organizationId: string,
  routeId: string,
  id?: string,
): Promise<MovedOrder[]> {
  const sql = `
    update orders o
       set status = 'submitted', route_id = null, route_position = null, scheduled_at = null, ${changed}
      from orders before
     where before.id = o.id and o.organization_id = $1 and o.route_id = $2 and o.status = 'scheduled'
       and ($3::uuid is null or o.id = $3)
    returning o.id, o.client_id as "clientId", before.route_position as position`;
  return run<MovedOrder>(em, sql, [organizationId, routeId, id ?? null]);
}

/** Moves the stops from `position` on by so many places. */
export async function shiftPositions(
  em: EntityManager,
  organizationId: string,
  routeId: string,
  position: number,
  places: number,
): Promise<void> {
  const sql = `update orders o set route_position = route_position + $4, ${changed}
     where o.organization_id = $1 and o.route_id = $2 and o.route_position >= $3`;
  await run(em, sql, [organizationId, routeId, position, places]);
}

/** Gives a route's stops the places of this list. */
export async function placeOrders(
  em: EntityManager,
  organizationId: string,
  routeId: string,
  ids: string[],
): Promise<void> {
  const sql = `
    update orders o set route_position = wanted.place, ${changed}
      from unnest($3::uuid[]) with ordinality as wanted (id, place)
     where o.organization_id = $1 and o.route_id = $2 and o.id = wanted.id and o.route_position <> wanted.place`;
  await run(em, sql, [organizationId, routeId, ids]);
}

/** scheduled → out for delivery, every stop with its ETA. */
export async function startOrders(
  em: EntityManager,
  organizationId: string,
  routeId: string,
  etas: ReadonlyMap<string, Eta>,
): Promise<MovedOrder[]> {
  const sql = `
    update orders o
       set status = 'out_for_delivery', out_for_delivery_at = now(), ${etaColumns}, ${changed}
      from ${etaRows}
     where o.organization_id = $1 and o.route_id = $2 and o.id = eta.id and o.status = 'scheduled'
    returning ${moved}`;
  return run<MovedOrder>(em, sql, [organizationId, routeId, ...etaValues(etas)]);
}

/** New ETAs of stops that are still out for delivery. */
export async function updateEtas(
  em: EntityManager,
  organizationId: string,
  routeId: string,
  etas: ReadonlyMap<string, Eta>,
): Promise<MovedOrder[]> {
  const sql = `
    update orders o set ${etaColumns}, ${changed}
      from ${etaRows}
     where o.organization_id = $1 and o.route_id = $2 and o.id = eta.id and o.status = 'out_for_delivery'
    returning ${moved}`;
  return run<MovedOrder>(em, sql, [organizationId, routeId, ...etaValues(etas)]);
}

const etaColumns = 'eta_at = eta.at, eta_earliest_at = eta.earliest_at, eta_latest_at = eta.latest_at';
const etaRows =
  'unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[]) as eta (id, at, earliest_at, latest_at)';

function etaValues(etas: ReadonlyMap<string, Eta>): unknown[] {
  const all = [...etas.values()];
  return [
    [...etas.keys()],
    all.map(({ estimatedAt }) => estimatedAt.toISOString()),
    all.map(({ earliestAt }) => earliestAt.toISOString()),
    all.map(({ latestAt }) => latestAt.toISOString()),
  ];
}

/** Runs one statement; the row type is the caller's word for what it selects. */
export async function run<Row>(em: EntityManager, sql: string, values: unknown[]): Promise<Row[]> {
  return (await sqlOf(em).executeQuery<Row>(CompiledQuery.raw(sql, values))).rows;
}
