import type { EntityManager } from '@mikro-orm/postgresql';
import type { CursorKeys } from '../../common/cursor.js';
import { filterScopeOf, rowsOf } from '../../database/database.js';
import { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import { orderTransitions, type OrderStatus } from '../orders/order-status.js';
import { endOf, isHandedOver, mayStart } from '../orders/order-status-sql.js';
import type { ReportedOrder } from '../orders/store-reports.js';
import { searchConditions } from '../orders/reads/order-search.js';
import type { Columns } from '../orders/order-columns.js';
import { orderBy, orderWithinPart, partsAfter, type OrderSort } from '../orders/reads/order-sorts.js';
import { candidateCondition, partOf, type SearchPart } from '../orders/search/search-sql.js';
import { parseClientCode } from '../../order-fields/parsers/client-code.js';
import { areaAround, inArea, metresFrom, type Place } from './map-area.js';
import { stopColumnsOf, stopProjectionOf } from './stop-columns.js';
import { stopStatuses, type StopList } from './stops.dto.js';

/** Selects one `StopRow`; none when it is a draft, another organization's or unknown. */
export function selectStop(statement: Statement, scope: Scope, id: string, columns?: Columns): ReadStatement {
  const text = `select ${stopProjectionOf(columns)} from orders o
    where ${statement.tenant(scope, 'o')} and o.id = ${statement.bind(id)} and ${isHandedOver}`;
  return { text, prepare: columns ? 'composed' : true, brief: true };
}

interface StopPageRequest {
  filters: StopList;
  after: CursorKeys | undefined;
  /** Where to look for `filters.q`; everywhere unless told. */
  part?: SearchPart;
  columns?: Columns;
  /** Rows to fetch: one more than the page, to know whether another page follows. */
  rows: number;
}

/** How a list is sorted; undefined for nearest first. */
export function sortOf({ near, sort }: Pick<StopList, 'near' | 'sort'>): OrderSort | undefined {
  return sort ?? (near ? undefined : '-createdAt');
}

/** Selects a page of `StopRow`s, as it is sorted; nearest first, with their `distance` in metres. */
export function selectStops(statement: Statement, scope: Scope, page: StopPageRequest): ReadStatement {
  const conditions = filterConditions(statement, scope, page.filters);
  const sort = sortOf(page.filters);
  return sort
    ? {
        text: sorted(statement, scope, conditions, sort, page),
        prepare: conditions.length === 0 && (page.columns ? 'composed' : true),
      }
    : { text: nearest(statement, scope, conditions, page) };
}

function filterConditions(statement: Statement, scope: Scope, filters: StopList): string[] {
  const conditions: [unknown, (placeholder: string) => string][] = [
    [filters.depotId, (value) => `o.depot_id = ${value}`],
    [filters.clientId, (value) => `o.client_id = ${value}`],
    [filters.routeId, (value) => `o.route_id = ${value}`],
  ];
  return [
    ...conditions.flatMap(([value, condition]) => (value ? [condition(statement.bind(value))] : [])),
    ...clientCodeCondition(statement, scope, filters.clientCode),
    ...(filters.within ? [inArea(statement, filters.within)] : []),
    ...(filters.near ? [inArea(statement, areaAround(filters.near, filters.radiusMeters))] : []),
    ...searchConditions(statement, filters),
  ];
}

/** What is no Client ID, or nobody’s, has no stops. */
function clientCodeCondition(statement: Statement, scope: Scope, typed: string | undefined): string[] {
  if (!typed) return [];
  const code = parseClientCode(typed);
  const known = statement.bind(typeof code === 'string' ? code : null);
  return [
    `o.client_id = (select c.id from clients c where ${statement.tenant(scope, 'c')} and c.client_code = ${known})`,
  ];
}

/** Several states become one index scan each, merged, so that a page costs the same at any size. */
function sorted(
  statement: Statement,
  scope: Scope,
  conditions: string[],
  sort: OrderSort,
  { filters, after, part, columns, rows }: StopPageRequest,
) {
  const tenant = statement.tenant(scope, 'o');
  const { near, radiusMeters } = filters;
  const kept = near
    ? [...conditions, `${metresTo(statement, near)} <= ${statement.bind(radiusMeters)}`]
    : conditions;
  const limit = statement.bind(rows);
  // One parameter per state: for an array the planner would count the items, and plan again on every request.
  const states = wantedStatuses(filters).map((status) => `${statement.bind(status)}::text`);
  const parts = partsAfter(sort, 'o', after, (key) => statement.bind(key));
  if (part) {
    const from = partOf(statement, part, { tenant: `${tenant} and ${isHandedOver}`, states, after: parts });
    return `select ${stopProjectionOf(columns)} from ${[from, ...kept].join(' and ')} order by ${orderBy(sort, 'o')} limit ${limit}`;
  }
  const wanted = states.map((state) => `(${state})`).join(', ') || '(null::text)';
  const found = parts.map((condition) => {
    const all = [tenant, 'o.status = wanted.status', isHandedOver, condition, ...kept].join(' and ');
    return `(select ${stopColumnsOf(columns)} from orders o where ${all} order by ${orderWithinPart(sort, 'o')} limit ${limit})`;
  });
  return `
    select ${stopProjectionOf(columns)}
      from (values ${wanted}) as wanted (status)
     cross join lateral (${found.join(' union all ')}) as o
     order by ${orderBy(sort, 'o')} limit ${limit}`;
}

function nearest(
  statement: Statement,
  scope: Scope,
  conditions: string[],
  { filters, after, part, columns, rows }: StopPageRequest,
) {
  const distance = metresTo(statement, filters.near!);
  const all = [
    statement.tenant(scope, 'o'),
    ...conditions,
    ...candidateCondition(statement, part),
    `o.status = any(${statement.bind(wantedStatuses(filters))}::text[])`,
    `f.distance <= ${statement.bind(filters.radiusMeters)}`,
  ];
  if (after) {
    const [metres, id] = [statement.bind(after[0]), statement.bind(after[1])];
    all.push(`(f.distance, o.id) > (${metres}::float8, ${id}::uuid)`);
  }
  return `
    select ${stopProjectionOf(columns)}, f.distance
      from orders o cross join lateral (select ${distance} as distance) f
     where ${all.join(' and ')} order by f.distance, o.id limit ${statement.bind(rows)}`;
}

function metresTo(statement: Statement, { latitude, longitude }: Place): string {
  return metresFrom(`${statement.bind(latitude)}::float8`, `${statement.bind(longitude)}::float8`);
}

/** A stop that waits to be put on a route is on none, and every other one is on one: so that no others are read. */
function wantedStatuses({ status = stopStatuses, assigned }: StopList): OrderStatus[] {
  const [waiting] = orderTransitions.assign.from;
  return status.filter((one) => assigned === undefined || assigned === (one !== waiting));
}

/** failed → submitted, as if it had never been on a route; returns false when it had not failed. */
export async function rescheduleOrder(em: EntityManager, id: string): Promise<boolean> {
  const statement = new Statement();
  const text = `
    update orders o
       set status = ${endOf('reschedule')}, route_id = null, route_position = null,
           eta_at = null, eta_earliest_at = null, eta_latest_at = null,
           delivery_state = null, attempted_at = null, signee_name = null, recipient_notes = null,
           attempt_latitude = null, attempt_longitude = null, photo_count = 0, has_signature = false,
           scheduled_at = null, out_for_delivery_at = null, completed_at = null,
           updated_at = now(), version = version + 1
     where ${statement.tenant(filterScopeOf(em), 'o')} and o.id = ${statement.bind(id)} and ${mayStart('reschedule')}
    returning o.id`;
  return (await rowsOf(em, text, statement.values)).length > 0;
}

/** submitted → draft, with the reason for the client; returns the order, if the stop was submitted. */
export async function returnOrder(
  em: EntityManager,
  organizationId: string,
  id: string,
  reason: string,
): Promise<ReportedOrder | undefined> {
  const text = `
    update orders
       set status = ${endOf('return')}, return_reason = $3, submitted_at = null, updated_at = now(), version = version + 1
     where organization_id = $1 and id = $2 and ${mayStart('return', '')} and route_id is null
       and client_id is not null
    returning id, client_id as "clientId", source`;
  const [returned] = await rowsOf<ReportedOrder>(em, text, [organizationId, id, reason]);
  return returned;
}
