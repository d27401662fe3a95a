import type pg from 'pg';
import { NIL as nil, v7 as uuidv7 } from 'uuid';
import type { CursorKeys } from '../../src/common/cursor.js';
import type { ClientScope } from '../../src/database/tenancy/caller-scope.js';
import { Statement } from '../../src/database/sql/statement.js';
import type { DeclaredScope, Scope, TenantScope } from '../../src/database/tenancy/tenancy.js';
import type { ReadStatement } from '../../src/database/tenancy/tenant-reads.js';
import { beginning } from '../../src/modules/events/event-position.js';
import { selectEvents } from '../../src/modules/events/events.queries.js';
import { orderSorts, sortKeys, type OrderSort } from '../../src/modules/orders/reads/order-sorts.js';
import { orderViews, type OrderStatus } from '../../src/modules/orders/order-status.js';
import { countOrders, selectOrders } from '../../src/modules/orders/orders.queries.js';
import { indexSql } from '../../src/modules/orders/search/order-text-indexer.js';
import { selectCandidates } from '../../src/modules/orders/search/search-sql.js';
import { searchTerms } from '../../src/modules/orders/search/search-terms.js';
import type { StopList } from '../../src/modules/stops/stops.dto.js';
import { selectStops } from '../../src/modules/stops/stops.queries.js';
import { openAdmin } from '../support/admin.js';
import { indexTexts } from '../support/order-texts.js';
import { enter } from '../support/scopes.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

interface Plan {
  'Rows Removed by Filter'?: number;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
}

let app: TestApp;
let admin: pg.Client;
let quiet: TestClient;

const [own, others, aDay] = [2_000, 20_000, 86_400_000];
const page = { filters: {}, statuses: undefined, sort: '-createdAt', after: undefined, rows: 51 } as const;

/** A client whose orders are all older than the many of busy ones, which arrived in turns. */
beforeAll(async () => {
  app = await startTestApp();
  admin = await openAdmin(app.database.url);
  quiet = await addClient(app, await signUp(app));
  const owner = await signUp(app);
  const busy = [await addClient(app, owner), await addClient(app, owner), await addClient(app, owner)];
  await addOrders([quiet], own, Date.now() - aDay);
  await addOrders(busy, others, Date.now());
  await admin.query('vacuum analyze orders');
}, 60_000);
afterAll(async () => {
  await admin.end();
  await app.close();
});

const ofStates: (OrderStatus[] | undefined)[] = [undefined, ['delivered'], ['draft', 'delivered']];
test.each(orderSorts.flatMap((sort) => ofStates.map((statuses) => ({ sort, statuses }))))(
  'a page of orders as %j',
  async (more) => {
    const touched = await rowsTouched(asClient(), (statement, scope) => list(statement, scope, more));
    expect(touched).toBeLessThan(mostTouched(more));
  },
);

/** One index has all by age; by change each state is a list, and by day two, those with a day and those without. */
function mostTouched({ sort, statuses }: { sort: OrderSort; statuses?: OrderStatus[] }): number {
  if (sort.endsWith('createdAt') && !statuses) return 300;
  return sort.endsWith('requestedDate') ? 3_000 : 1_300;
}

test.each(Object.entries(orderViews))('orders of the view %s', async (_, statuses) => {
  const touched = await rowsTouched(asClient(), (statement, scope) =>
    list(statement, scope, { statuses: [...statuses] }),
  );
  expect(touched).toBeLessThan(600);
});

test.each([undefined, 'delivered'] as const)(
  'orders that their store cancelled, in state %s',
  async (status) => {
    const touched = await rowsTouched(asClient(), (statement, scope) =>
      list(statement, scope, { filters: { storeCancelled: true }, statuses: status && [status] }),
    );
    expect(touched).toBeLessThan(100);
  },
);

describe('some columns', () => {
  const named = ['id', 'status', 'routeId', 'routeTitle', 'requiredFields'];
  const columnsBy = (sort: OrderSort) => new Set([...named, ...sortKeys(sort)]);

  test.each<[string, Partial<Parameters<typeof selectOrders>[3]>]>([
    ['all states', {}],
    ['several states', { statuses: ['draft', 'delivered'] }],
    ['one state', { statuses: ['delivered'] }],
  ])('of orders in %s', async (_, more) => {
    const touched = await rowsTouched(asClient(), (statement, scope) =>
      list(statement, scope, { ...more, columns: columnsBy('-createdAt') }),
    );
    expect(touched).toBeLessThan(1_000);
  });

  // More than for all columns, since leaving some out is a step of its own.
  test.each(orderSorts)('of stops by %s', async (sort) => {
    const filters = { radiusMeters: 1, sort };
    const touched = await rowsTouched(asOrganization(), (statement, scope) =>
      selectStops(statement, scope, { filters, after: undefined, columns: columnsBy(sort), rows: 51 }),
    );
    expect(touched).toBeLessThan(1_500);
  });
});

test('a page of the feed of a client', async () => {
  await app.database.query(
    `insert into events (id, organization_id, client_id, order_id, audience, type, data, actor, request_id, created_at)
     select gen_random_uuid(), organization_id, client_id, id, 'both', 'order.created', '{}',
            '{"kind": "system", "id": null, "name": null}', '', now()
       from (select *, row_number() over (partition by client_id) as nth from orders) o
      where client_id <> $1 or nth <= 400
      order by md5(id::text)`,
    [quiet.id],
  );
  await admin.query('vacuum analyze events');
  const types = ['order.created', 'order.updated'];
  const touched = await rowsTouched(asClient(), (statement, scope) =>
    selectEvents(statement, scope, { after: beginning, days: 90, rows: 51, types }),
  );
  expect(touched).toBeLessThan(300);
});

const day = '2026-12-10';
test.each<[StopList['sort'], CursorKeys | undefined]>([
  [undefined, undefined],
  ...orderSorts.map((sort): [OrderSort, undefined] => [sort, undefined]),
  ...(['requestedDate', '-requestedDate'] as const).flatMap((sort): [OrderSort, CursorKeys][] => [
    [sort, [day, uuidv7()]],
    [sort, [null, sort === 'requestedDate' ? nil : uuidv7()]],
  ]),
])('the stops of an organization by %s after %j', async (sort, after) => {
  expect(await stopsTouched({ sort }, after)).toBeLessThan(1_200);
});

test.each<Partial<StopList>>([
  { assigned: false },
  { storeCancelled: true },
  { storeCancelled: true, assigned: false, sort: 'requestedDate' },
  { assigned: false, sort: 'requestedDate' },
  { sort: 'requestedDate', requestedFrom: day, requestedTo: day },
  { within: { south: 40.0001, west: -74, north: 40.00015, east: -73 } },
  { near: { latitude: 40.0001, longitude: -73.5 }, radiusMeters: 5 },
])('the stops of an organization with %j', async (filters) => {
  expect(await stopsTouched(filters)).toBeLessThan(800);
});

test('the orders of a client in each state are counted in an index alone', async () => {
  await admin.query('vacuum orders');
  const statement = new Statement();
  const { text } = countOrders(statement, asClient());
  const plan = await within(asClient(), async () => {
    const { rows } = await admin.query<{ 'QUERY PLAN': string }>(`explain ${text}`, statement.values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('Index Only Scan using orders_by_client_status');
});

describe('a search', () => {
  beforeAll(async () => {
    await indexTexts(app);
    // Otherwise the plans depend on when the server analyzed the queue of stale texts, full or empty.
    await admin.query('vacuum analyze order_texts, stale_order_texts');
  });

  test.each([
    ['a client', 0, () => asClient()],
    ['a client', 1, () => asClient()],
    ['an organization', 0, () => asOrganization()],
    ['an organization', 1, () => asOrganization()],
  ])('of %s goes by the index over all words, asked in way %i', async (_, way, scope) => {
    const statement = new Statement();
    const terms = searchTerms('1500 elm')!;
    const { text } = selectCandidates(statement, terms, terms.indexed[way]!, 100);
    // What this session read before counts with the next transaction unless it is reported, else once a second.
    await admin.query('select pg_stat_force_next_flush()');
    const { found, scans } = await within(scope(), async () => {
      const { rows } = await admin.query<{ id: string }>(text, statement.values);
      const counted = await admin.query<{ table: string; seq_scan: number; fetched: number }>(
        `select relname as table, seq_scan::int, coalesce(idx_tup_fetch, 0)::int as fetched from pg_stat_xact_all_tables
          where relname in ('orders', 'order_texts', 'stale_order_texts') and seq_scan + idx_scan > 0 order by relname`,
      );
      return { found: rows, scans: counted.rows };
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(5);
    expect(scans.map(({ table, seq_scan }) => [table, seq_scan])).toContainEqual(['order_texts', 0]);
    expect(scans.filter(({ seq_scan, fetched }) => seq_scan > 0 || fetched > 20)).toEqual([]);
  });

  test('indexes a full queue that was empty when the server looked at it, entry by entry', async () => {
    const fill = `insert into stale_order_texts (organization_id, client_id, order_id) select organization_id, client_id, id from orders`;
    await app.database.query(`begin; ${fill}; delete from stale_order_texts; commit`);
    await admin.query('analyze stale_order_texts');
    const touched = await within({ audience: 'system' }, async () => {
      await admin.query(fill);
      return touchedBy(indexSql);
    });
    expect(touched).toBeLessThan(3 * (own + others));
  });

  test('looks at no more of the list than its newest orders, and then at candidates alone', async () => {
    const q = { filters: { q: '1500 elm' } };
    const newest = await rowsTouched(asClient(), (statement, scope) =>
      list(statement, scope, { ...q, part: { newest: 100 } }),
    );
    expect(newest).toBeLessThan(500);
    const candidates = await rowsTouched(asClient(), (statement, scope) =>
      list(statement, scope, { ...q, part: { ids: [uuidv7()] } }),
    );
    expect(candidates).toBeLessThan(10);
  });
});

const asOrganization = (): TenantScope => ({
  audience: 'organization',
  organizationId: quiet.organizationId,
});

const asClient = (): ClientScope => ({
  audience: 'client',
  organizationId: quiet.organizationId,
  clientId: quiet.id,
});

function list(
  statement: Statement,
  scope: Scope,
  more: Partial<Parameters<typeof selectOrders>[3]>,
): ReadStatement {
  return selectOrders(statement, scope, asClient(), { ...page, ...more });
}

function stopsTouched(filters: Partial<StopList>, after?: CursorKeys): Promise<number> {
  const wanted = { radiusMeters: 1, ...filters };
  return rowsTouched(asOrganization(), (statement, tenant) =>
    selectStops(statement, tenant, { filters: wanted, after, rows: 51 }),
  );
}

/** How many rows of all tables a statement looks at, run behind both walls. */
async function rowsTouched(
  scope: TenantScope,
  build: (statement: Statement, scope: Scope) => ReadStatement,
): Promise<number> {
  const statement = new Statement();
  const { text } = build(statement, scope);
  return within(scope, () => touchedBy(text, statement.values));
}

async function touchedBy(text: string, values: unknown[] = []): Promise<number> {
  const { rows } = await admin.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, format json) ${text}`,
    values,
  );
  return touched(rows[0]!['QUERY PLAN'][0].Plan);
}

/** Runs `work` on the database as the role of that audience, within its tenant. */
async function within<T>(scope: DeclaredScope, work: () => Promise<T>): Promise<T> {
  await admin.query('begin');
  try {
    await enter(admin, app, scope);
    return await work();
  } finally {
    await admin.query('rollback');
  }
}

function touched(plan: Plan): number {
  const here = ((plan['Rows Removed by Filter'] ?? 0) + plan['Actual Rows']) * plan['Actual Loops'];
  return (plan.Plans ?? []).reduce((sum, below) => sum + touched(below), here);
}

async function addOrders(clients: TestClient[], count: number, msecs: number): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => uuidv7({ msecs: msecs + index }));
  await app.database.query(
    `insert into orders (id, organization_id, client_id, depot_id, status, source, address_line_one, products,
                         package_count, requested_date, latitude, longitude, store_cancelled_at, created_at, updated_at)
     select o.id, c.organization_id, c.id, c.default_depot_id,
            (array['draft', 'submitted', 'delivered'])[1 + (o.n / cardinality($2::uuid[])) % 3], 'api',
            o.n || ' Elm Street', '{}', 1, case when o.n % 2 = 0 then date '2026-12-01' + (o.n / 100)::int end,
            40 + o.n * 0.000001, -73.5, case when o.n % 500 < 3 then now() end,
            $3::timestamptz + o.n * interval '1 millisecond', now() - o.n * interval '1 millisecond'
       from unnest($1::uuid[]) with ordinality as o (id, n)
       join clients c on c.id = ($2::uuid[])[1 + o.n % cardinality($2::uuid[])]
      order by o.n`,
    [ids, clients.map(({ id }) => id), new Date(msecs)],
  );
}
