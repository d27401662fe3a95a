import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { CursorKeys } from '../../common/cursor.js';
import { sqlOf } from '../../database/database.js';
import { orderProjection } from '../orders/order-columns.js';
import { stopStatuses, type StopQuery, type StopRow } from './stops.dto.js';

/** Select list of a {@link StopRow} from `orders o`. */
export const stopProjection = `${orderProjection}, o.internal_notes as "internalNotes"`;

/** One stop, or none when it is a draft, another organization's or not there. */
export async function findStop(
  em: EntityManager,
  organizationId: string,
  id: string,
): Promise<StopRow | undefined> {
  const sql = `select ${stopProjection} from orders o where o.organization_id = $1 and o.id = $2 and o.status <> 'draft'`;
  const { rows } = await sqlOf(em).executeQuery<StopRow>(CompiledQuery.raw(sql, [organizationId, id]));
  return rows[0];
}

export type StopFilters = Omit<StopQuery, 'limit' | 'cursor'>;

const searched = ['recipient_name', 'address_name', 'address_line_one', 'city', 'zip', 'external_id'];

/** Haversine metres from ($lat, $lng), as `geo.ts` reckons them. */
const metresFrom = (latitude: string, longitude: string) =>
  `2 * 6371008.8 * asin(sqrt(least(1, power(sin(radians(o.latitude - ${latitude}) / 2), 2)
     + cos(radians(${latitude})) * cos(radians(o.latitude)) * power(sin(radians(o.longitude - ${longitude}) / 2), 2))))`;

/** The rows of one page and one more; `distance` in metres where the list is one around a place. */
export async function findStops(
  em: EntityManager,
  organizationId: string,
  filters: StopFilters,
  after: CursorKeys | undefined,
  rowCount: number,
): Promise<(StopRow & { distance?: number })[]> {
  const values: unknown[] = [organizationId, filters.status ?? stopStatuses, rowCount];
  const value = (item: unknown) => `$${values.push(item)}`;
  const conditions = conditionsOf(filters, value);
  const query = filters.near
    ? nearest(filters.near, filters.radiusMeters, conditions, after, value)
    : newest(conditions, after, value);
  const { rows } = await sqlOf(em).executeQuery<StopRow>(CompiledQuery.raw(query, values));
  return rows;
}

function conditionsOf(filters: StopFilters, value: (item: unknown) => string): string[] {
  const conditions: string[] = [];
  if (filters.assigned !== undefined) {
    conditions.push(`o.route_id is ${filters.assigned ? 'not null' : 'null'}`);
  }
  if (filters.depotId) conditions.push(`o.depot_id = ${value(filters.depotId)}`);
  if (filters.clientId) conditions.push(`o.client_id = ${value(filters.clientId)}`);
  if (filters.routeId) conditions.push(`o.route_id = ${value(filters.routeId)}`);
  if (filters.q) {
    const pattern = value(`%${filters.q.replace(/[\\%_]/g, '\\$&')}%`);
    conditions.push(`(${searched.map((column) => `o.${column} ilike ${pattern}`).join(' or ')})`);
  }
  return conditions;
}

/** Every status has its rows in order in the index: the newest of each, merged, are the newest of all. */
function newest(
  conditions: string[],
  after: CursorKeys | undefined,
  value: (item: unknown) => string,
): string {
  const all = ['o.organization_id = $1', 'o.status = wanted.status', ...conditions];
  if (after) all.push(`o.id < ${value(after[0])}`);
  return `
    select ${stopProjection}
      from unnest($2::text[]) as wanted (status)
     cross join lateral (select * from orders o where ${all.join(' and ')} order by o.id desc limit $3) as o
     order by o.id desc limit $3`;
}

function nearest(
  near: { latitude: number; longitude: number },
  radius: number,
  conditions: string[],
  after: CursorKeys | undefined,
  value: (item: unknown) => string,
): string {
  const distance = metresFrom(`${value(near.latitude)}::float8`, `${value(near.longitude)}::float8`);
  const beyond = after
    ? `and (f.distance, o.id) > (${value(after[0])}::float8, ${value(after[1])}::uuid)`
    : '';
  return `
    select ${stopProjection}, f.distance
      from orders o cross join lateral (select ${distance} as distance) f
     where ${['o.organization_id = $1', 'o.status = any($2::text[])', ...conditions].join(' and ')}
       and f.distance <= ${value(radius)} ${beyond}
     order by f.distance, o.id limit $3`;
}

/** The client of a stop that was moved. */
type Moved = { clientId: string | null } | undefined;

/** failed → submitted, as if it had never been on a route. */
export async function rescheduleOrder(em: EntityManager, organizationId: string, id: string): Promise<Moved> {
  const sql = `
    update orders
       set status = 'submitted', route_id = null, route_position = null,
           eta_at = null, eta_earliest_at = null, eta_latest_at = null,
           delivery_state = null, attempted_at = null, signee_name = null, recipient_notes = null,
           attempt_latitude = null, attempt_longitude = null, photo_count = 0, has_signature = false,
           scheduled_at = null, out_for_delivery_at = null, completed_at = null,
           updated_at = now(), version = version + 1
     where organization_id = $1 and id = $2 and status = 'failed'
    returning client_id as "clientId"`;
  return move(em, sql, [organizationId, id]);
}

/** submitted → draft, with what the client should mend. */
export async function returnOrder(
  em: EntityManager,
  organizationId: string,
  id: string,
  reason: string,
): Promise<Moved> {
  const sql = `
    update orders
       set status = 'draft', return_reason = $3, submitted_at = null, updated_at = now(), version = version + 1
     where organization_id = $1 and id = $2 and status = 'submitted' and route_id is null
       and client_id is not null
    returning client_id as "clientId"`;
  return move(em, sql, [organizationId, id, reason]);
}

async function move(em: EntityManager, sql: string, values: unknown[]): Promise<Moved> {
  const { rows } = await sqlOf(em).executeQuery<{ clientId: string | null }>(CompiledQuery.raw(sql, values));
  return rows[0];
}
