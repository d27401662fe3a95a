/**
 * Measures what callers ask for in a database of 200 organizations, 2,000 clients and millions of orders, compared to
 * one of a single organization with 10,000, in turns, each in an embedded database of its own; and names the tables
 * that a request read from end to end.
 *
 *   npm run bench:scale               (5,000,000 orders: about 20 GB of disk, which it frees again)
 *   npm run bench:scale -- 500000
 */
import { setTimeout as delay } from 'node:timers/promises';
import { howMany } from './support/arguments.mjs';
import { seed } from './support/seed.mjs';
import { median, openStage } from './support/stage.mjs';

const many = howMany(process.argv[2], 5_000_000);
const rounds = 5;
const samples = 40;
const bar = 1.3;
/** Rows of a table that may be read from end to end. */
const few = 1_000;

const sizes = {
  small: { organizations: 1, clients: 4, orders: 10_000 },
  large: { organizations: 200, clients: 2_000, orders: many },
};
const sides = {};

try {
  for (const [name, size] of Object.entries(sizes)) sides[name] = await open(name, size);
  const found = [];
  for (const [what, ask] of Object.entries(requests())) found.push(await compare(what, ask));
  for (const [what, work] of Object.entries(perRow())) found.push(await compare(what, work, 1));
  console.table(found);
  const scanned = await scans(sides.large);
  console.log(scanned.length === 0 ? 'No table was read from end to end.' : scanned.join('\n'));
  if (found.some(({ ratio }) => parseFloat(ratio) > bar) || scanned.length > 0) process.exitCode = 1;
} finally {
  for (const { stage } of Object.values(sides)) await stage.close();
}

async function open(name, size) {
  const stage = await openStage({ embedded: true });
  const begun = performance.now();
  const log = (what) =>
    console.log(`${name}: ${what}, ${((performance.now() - begun) / 1000).toFixed(0)} s after its start`);
  // Only once it is filled may there be jobs beside.
  const seeding = await stage.serve('dist/main.js', { RUN_JOBS: 'worker', ACCESS_TOKEN_MINUTES: '1440' });
  const tenant = await seed(stage, seeding, size, log);
  const url = await stage.serve('dist/main.js');
  const [{ rows: sizesOf }, { rows: ofClient }, { rows: bytes }] = [
    await stage.sql.query('select count(*)::int as orders from orders where organization_id = $1', [
      tenant.organizationId,
    ]),
    await stage.sql.query(
      `select id, external_id as "externalId" from orders where client_id = $1 and status = 'delivered' order by created_at limit 1`,
      [tenant.clientId],
    ),
    await stage.sql.query(
      `select relname as table, pg_size_pretty(pg_table_size(oid)) as rows, pg_size_pretty(pg_indexes_size(oid)) as indexes
         from pg_class where relname in ('orders', 'events', 'order_texts')`,
    ),
  ];
  console.log(`${name}: the organization asked for has ${sizesOf[0].orders} orders`);
  console.table(bytes);
  return { stage, url, tenant, order: ofClient[0], read: await readWhole(stage) };
}

/** What is asked for, by a path for the client or the dispatcher. */
function requests() {
  const client = (path) => (side) => ask(side, side.tenant.accessToken, path(side));
  const dispatcher = (path) => (side) => ask(side, side.tenant.dispatcherToken, path(side));
  return {
    'orders of a client': client(() => '/v1/orders?limit=50'),
    'its active orders': client(() => '/v1/orders?limit=50&view=active'),
    'its drafts, oldest first': client(() => '/v1/orders?limit=50&status=draft&sort=createdAt'),
    'its orders by change': client(() => '/v1/orders?limit=50&sort=-updatedAt'),
    'its orders of a word': client(() => '/v1/orders?limit=50&q=lopez'),
    'its orders of two words': client(() => '/v1/orders?limit=50&q=lopez%20emily'),
    'its orders of an Id': client(({ order }) => `/v1/orders?limit=50&q=${order.externalId}`),
    'its summary': client(() => '/v1/orders/summary'),
    'one order': client(({ order }) => `/v1/orders/${order.id}`),
    'its timeline': client(({ order }) => `/v1/orders/${order.id}/timeline`),
    'events of a client': client(() => '/v1/events?limit=50'),
    'events of its one order': client(({ order }) => `/v1/events?limit=50&orderId=${order.id}`),
    'stops of an organization': dispatcher(() => '/v1/stops?limit=50'),
    'its unassigned stops': dispatcher(() => '/v1/stops?limit=50&assigned=false'),
    'its stops of two words': dispatcher(() => '/v1/stops?limit=50&q=lopez%20emily'),
    'its stops near a place': dispatcher(() => '/v1/stops?limit=50&near=40.75,-73.98&radiusMeters=2000'),
    'events of an organization': dispatcher(() => '/v1/events?limit=50'),
    'its clients': dispatcher(() => '/v1/clients?limit=50'),
  };
}

/** Work by the row. */
function perRow() {
  return {
    'export, 1,000 rows': async (side) => {
      const text = await ask(side, side.tenant.dispatcherToken, '/v1/stops/export?format=csv', (answer) =>
        answer.text(),
      );
      return text.split('\n').length / 1_000;
    },
    'import, 1,000 rows': importRows,
  };
}

/**
 * Their notes make the orders longer than all that are there: shorter ones would first fill what each page of those has
 * left, a page for each, which a database that grew by imports of all kinds has behind it.
 */
async function importRows({ url, tenant }) {
  const rows = 10_000;
  const tag = Math.random().toString(36).slice(2);
  const note = 'Ring twice, then wait at the door. '.repeat(4);
  const lines = Array.from(
    { length: rows },
    (_, n) =>
      `${tag}-${n},${n} Elm St,Springfield,NY,${10000 + n},Recipient ${n},r${n}@example.org,"${note}"`,
  );
  const body = new FormData();
  const text = ['Id,Address Line 1,City,State,Zip,Recipient Name,Email,Notes', ...lines].join('\n');
  body.append('file', new Blob([text]), 'orders.csv');
  const headers = { authorization: `Bearer ${tenant.accessToken}` };
  const made = await (await fetch(`${url}/v1/order-imports`, { method: 'POST', headers, body })).json();
  for (;;) {
    const { status, rowsImported } = await (
      await fetch(`${url}/v1/order-imports/${made.id}`, { headers })
    ).json();
    if (status !== 'queued' && status !== 'running') {
      if (rowsImported !== rows) throw new Error(`${rowsImported} rows were imported: ${status}`);
      return rows / 1_000;
    }
    await delay(20);
  }
}

async function ask({ url }, token, path, read = (answer) => answer.json()) {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return read(response);
}

/** Medians of both sides, in turns, by the unit that `work` returns, if it does. */
async function compare(what, work, times = samples) {
  const taken = { small: [], large: [] };
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, side] of Object.entries(sides))
      for (let sample = 0; sample < times; sample += 1) {
        const begun = performance.now();
        const units = await work(side);
        const milliseconds = (performance.now() - begun) / (typeof units === 'number' ? units : 1);
        // The first round is for warming up.
        if (round > 0) taken[name].push(milliseconds);
      }
  const [before, after] = [median(taken.small), median(taken.large)];
  return {
    what,
    'at 10 thousand': `${before.toFixed(2)} ms`,
    [`at ${many.toLocaleString('en')}`]: `${after.toFixed(2)} ms`,
    ratio: `${(after / before).toFixed(2)} ×`,
  };
}

/** Tables of more than a few rows that were read from end to end since they were filled. */
async function scans({ stage, read }) {
  const found = [];
  for (const [table, { times, rows }] of await readWhole(stage)) {
    const [more, moreRows] = [times - read.get(table).times, rows - read.get(table).rows];
    if (moreRows / more > few)
      found.push(
        `${table} was read from end to end ${more} times, ${Math.round(moreRows / more)} rows each.`,
      );
  }
  return found;
}

/** How often each table was read from end to end, and how many rows that were. An idle session tells that after 10 s. */
async function readWhole({ sql }) {
  await delay(11_000);
  const { rows } = await sql.query(
    'select relname as "table", seq_scan::int as times, seq_tup_read::float8 as rows from pg_stat_user_tables',
  );
  return new Map(rows.map(({ table, ...counts }) => [table, counts]));
}
