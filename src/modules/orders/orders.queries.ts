import type { CursorKeys } from '../../common/cursor.js';
import type { Statement } from '../../database/sql/statement.js';
import type { ReadStatement } from '../../database/tenancy/tenant-reads.js';
import type { Scope } from '../../database/tenancy/tenancy.js';
import type { ClientScope } from '../../database/tenancy/caller-scope.js';
import { orderProjectionOf, type Columns } from './order-columns.js';
import type { OrderFilters } from './reads/order-list.dto.js';
import { searchConditions } from './reads/order-search.js';
import { partOf, type SearchPart } from './search/search-sql.js';
import {
  isByState,
  orderBy,
  orderWithinPart,
  partsAfter,
  sortColumns,
  type OrderSort,
} from './reads/order-sorts.js';
import { orderStatuses, type OrderStatus } from './order-status.js';
import { isDraft } from './order-status-sql.js';

interface OrderPageRequest {
  filters: OrderFilters;
  statuses: OrderStatus[] | undefined;
  sort: OrderSort;
  after: CursorKeys | undefined;
  /** Where to look for `filters.q`; everywhere unless told. */
  part?: SearchPart;
  columns?: Columns;
  /** Rows to fetch: one more than the page, to know whether another page follows. */
  rows: number;
}

/** The required fields are looked up once per statement, and only if it finds a draft. */
export function ownProjection(
  statement: Statement,
  { organizationId, clientId }: ClientScope,
  columns?: Columns,
): string {
  const projection = orderProjectionOf(columns);
  if (columns && !columns.has('requiredFields')) return projection;
  return `${projection}, case when ${isDraft} then
    (select array_to_string(c.required_fields, ' ') from clients c
      where c.organization_id = ${statement.bind(organizationId)} and c.id = ${statement.bind(clientId)})
    end as "requiredFields"`;
}

/** Selects one `OwnOrderRow`. */
export function selectOrder(
  statement: Statement,
  scope: Scope,
  own: ClientScope,
  id: string,
  columns?: Columns,
): ReadStatement {
  const text = `select ${ownProjection(statement, own, columns)} from orders o
    where ${statement.tenant(scope, 'o')} and o.id = ${statement.bind(id)}`;
  return { text, prepare: columns ? 'composed' : true, brief: true };
}

/**
 * Selects a page of `OwnOrderRow`s. Several states, and the parts of a sort, become one index scan each, merged, so
 * that a page costs the same however many orders there are.
 */
export function selectOrders(
  statement: Statement,
  scope: Scope,
  own: ClientScope,
  { filters, statuses, sort, after, part, columns, rows }: OrderPageRequest,
): ReadStatement {
  const searched = searchConditions(statement, filters);
  const limit = statement.bind(rows);
  const parts = partsAfter(sort, 'o', after, (key) => statement.bind(key));
  const tenant = statement.tenant(scope, 'o');
  const projection = ownProjection(statement, own, columns);
  if (part) {
    const states = statuses?.map((status) => `${statement.bind(status)}::text`);
    const from = partOf(statement, part, { tenant, states, after: parts });
    const text = `select ${projection} from ${[from, ...searched].join(' and ')}
      order by ${orderBy(sort, 'o')} limit ${limit}`;
    return { text };
  }
  const select = (what: string, ...more: string[]) =>
    `select ${what} from orders o where ${[tenant, ...more, ...searched].join(' and ')}
      order by ${orderWithinPart(sort, 'o')} limit ${limit}`;
  const keys = (...more: string[]) =>
    parts.map((condition) => `(${select(sortColumns(sort, 'o'), condition, ...more)})`).join(' union all ');

  const prepare = !hasRareFilter(filters) && (columns ? 'composed' : true);
  const states = statuses ?? (isByState(sort) ? orderStatuses : undefined);
  if (parts.length === 1 && (!states || states.length === 1)) {
    // Selected, since of a state that is known the planner takes indexes that leave drafts out, which are the organization's.
    const only = states?.map((status) => `o.status = (select ${statement.bind(status)}::text)`) ?? [];
    return { text: select(projection, ...parts, ...only), prepare };
  }
  // One parameter per state: for an array the planner would count the items, and plan again on every request.
  const wanted = states?.map((status) => `(${statement.bind(status)}::text)`).join(', ');
  const found =
    wanted === undefined
      ? `(${keys()}) key`
      : `(values ${wanted || '(null::text)'}) as wanted (status) cross join lateral (${keys('o.status = wanted.status')}) key`;
  const text = `
    select ${projection}
      from (select key.id from ${found} order by ${orderBy(sort, 'key')} limit ${limit}) page
      join orders o on o.id = page.id and ${tenant}
     order by ${orderBy(sort, 'o')}`;
  return { text, prepare };
}

/** Selects how many orders are in each state: `{ status, count }`. */
export function countOrders(statement: Statement, scope: Scope): ReadStatement {
  const text = `select o.status, count(*)::int from orders o where ${statement.tenant(scope, 'o')} group by o.status`;
  return { text, prepare: true };
}

/**
 * Selects `TimelineRow`s, newest first. `seq` grows along an order's history, because changes of one row are
 * serialized.
 */
export function selectTimeline(
  statement: Statement,
  scope: Scope,
  orderId: string,
  before: string | undefined,
  rows: number,
): ReadStatement {
  const text = `select e.id, e.seq, e.type, e.created_at as "createdAt", e.actor, e.data from events e
    where ${statement.tenant(scope, 'e')} and e.audience <> 'organization'
      and e.order_id = ${statement.bind(orderId)}
      and (${statement.bind(before ?? null)}::bigint is null or e.seq < $${statement.values.length}::bigint)
    order by e.seq desc limit ${statement.bind(rows)}`;
  return { text, prepare: true };
}

/** Whether there are filters whose best plan depends on the value, or that are rarely used. */
function hasRareFilter({ status: _status, view: _view, ...filters }: OrderFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
