/**
 * Measures the lists of orders and stops, with and without a search, at few orders and at many. The orders are of one
 * organization, whose clients have 200,000 each.
 *
 *   npm run bench:list               (5,000,000 orders: takes long and 10 GB of disk, which it frees again)
 *   npm run bench:list -- 500000
 */
import pg from 'pg';
import { addManyOrders } from './support/many-orders.mjs';
import { addTenant, openStage } from './support/stage.mjs';

const many = Number(process.argv[2] ?? 5_000_000);
const few = Math.min(10_000, many);
const ofOneClient = 200_000;
const samples = 200;
const statuses = ['draft', 'submitted', 'submitted', 'scheduled', 'delivered', 'delivered', 'failed'];
const searches = {
  'a common word': 'main',
  'a word of one in a hundred': 'lopez',
  'two words': 'lopez emily',
  'a rare word': 'xanthippe',
  'a phone number': '(212) 555-0123',
  'an Id': `SO-${many - 5}`,
  'no hits': 'zzyzx',
};
const stage = await openStage();

try {
  // Texts are indexed below, all at once, and not in turns beside the measurement.
  const url = await stage.serve('dist/main.js', { RUN_JOBS: 'worker' });
  const tenant = await addTenant(stage, url, Math.max(1, Math.round(many / ofOneClient)));
  const callers = { orders: tenant.accessToken, stops: tenant.dispatcherToken };
  await load(tenant, 0, few);
  const before = await measureLists(url, callers);
  await load(tenant, few, many - few);
  const after = await measureLists(url, callers);
  for (const list of Object.keys(callers)) {
    report(`GET /v1/${list} at ${few.toLocaleString('en')}`, before[list]);
    const ratio = after[list].p50 / before[list].p50;
    report(
      `GET /v1/${list} at ${many.toLocaleString('en')}`,
      after[list],
      `${ratio.toFixed(2)} × (bar 1.3 ×)`,
    );
  }
  for (const [what, q] of Object.entries(searches)) {
    for (const [list, token] of Object.entries(callers)) {
      const path = `/v1/${list}?limit=50&q=${encodeURIComponent(q)}`;
      const { items } = await ask(url, path, token);
      report(`${list}: ${what} (${q})`, await measure(url, path, token), `${items.length} on the first page`);
    }
  }
} finally {
  await stage.close();
}

async function load({ clientIds }, from, count) {
  await addManyOrders(stage.sql, clientIds, count, { statuses, from, of: many });
  const owner = new pg.Client({ connectionString: stage.url });
  await owner.connect();
  await owner.query('drop index order_texts_by_text');
  await stage.sql.query(
    `insert into order_texts select o.id, o.organization_id, o.client_id, indexed_order_text(o) from orders o on conflict do nothing`,
  );
  await stage.sql.query('delete from stale_order_texts');
  await owner.query(`set maintenance_work_mem = '512MB'`);
  await owner.query(
    'create index order_texts_by_text on order_texts using gin (organization_id, client_id, text gin_trgm_ops) with (gin_pending_list_limit = 1024)',
  );
  for (const table of ['orders', 'order_texts', 'stale_order_texts'])
    await owner.query(`vacuum analyze ${table}`);
  await owner.end();
}

async function measureLists(url, callers) {
  const figures = {};
  for (const [list, token] of Object.entries(callers)) {
    figures[list] = await measure(url, `/v1/${list}?limit=50`, token);
  }
  return figures;
}

async function measure(url, path, token) {
  for (let warm = 0; warm < 10; warm += 1) await ask(url, path, token);
  const times = [];
  for (let index = 0; index < samples; index += 1) {
    const begun = performance.now();
    await ask(url, path, token);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { p50: times[samples / 2], p99: times[Math.floor(samples * 0.99)] };
}

async function ask(url, path, token) {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

function report(what, { p50, p99 }, verdict = '') {
  console.log(
    `${what.padEnd(48)} p50 ${p50.toFixed(1).padStart(7)} ms  p99 ${p99.toFixed(1).padStart(7)} ms  ${verdict}`,
  );
}
