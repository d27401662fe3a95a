/**
 * Measures the lists of orders and stops, with and without a search, at few orders and at many, in turns, each in an
 * embedded database of its own. The orders are of one organization, whose clients have 200,000 each.
 *
 *   npm run bench:list               (5,000,000 orders: takes long and 10 GB of disk, which it frees again)
 *   npm run bench:list -- 500000
 */
import pg from 'pg';
import { howMany } from './support/arguments.mjs';
import { addManyOrders, indexTexts } from './support/many-orders.mjs';
import { addTenant, openStage } from './support/stage.mjs';

const many = howMany(process.argv[2], 5_000_000);
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
const stages = [];

try {
  const [small, large] = [await fill(few), await fill(many)];
  for (const list of ['orders', 'stops']) {
    const rounds = { small: [], large: [] };
    for (let round = 0; round < 5; round += 1) {
      rounds.small.push(...(await times(small, list, '?limit=50')));
      rounds.large.push(...(await times(large, list, '?limit=50')));
    }
    const [before, after] = [percentiles(rounds.small), percentiles(rounds.large)];
    report(`GET /v1/${list} at ${few.toLocaleString('en')}`, before);
    const ratio = after.p50 / before.p50;
    report(`GET /v1/${list} at ${many.toLocaleString('en')}`, after, `${ratio.toFixed(2)} × (bar 1.3 ×)`);
    if (ratio > 1.3) process.exitCode = 1;
  }
  for (const [what, q] of Object.entries(searches)) {
    for (const list of ['orders', 'stops']) {
      const query = `?limit=50&q=${encodeURIComponent(q)}`;
      const { items } = await ask(large, list, query);
      const found = percentiles(await times(large, list, query));
      report(`${list}: ${what} (${q})`, found, `${items.length} on the first page`);
    }
  }
} finally {
  for (const stage of stages) await stage.close();
}

/** A server and its database with so many orders of one organization. */
async function fill(count) {
  const stage = await openStage({ embedded: true });
  stages.push(stage);
  // Texts are indexed below, all at once, and not in turns beside the measurement.
  const url = await stage.serve('dist/main.js', { RUN_JOBS: 'worker', ACCESS_TOKEN_MINUTES: '1440' });
  const tenant = await addTenant(stage, url, Math.max(1, Math.round(count / ofOneClient)));
  await load(stage, tenant, count);
  return { url, tokens: { orders: tenant.accessToken, stops: tenant.dispatcherToken } };
}

async function load(stage, { clientIds }, count) {
  await addManyOrders(stage.sql, clientIds, count, { statuses });
  const owner = new pg.Client({ connectionString: stage.url });
  await owner.connect();
  await indexTexts(stage.sql, owner);
  for (const table of ['orders', 'order_texts', 'stale_order_texts'])
    await owner.query(`vacuum analyze ${table}`);
  await owner.end();
}

/** Milliseconds of each of some requests. */
async function times(side, list, query) {
  for (let warm = 0; warm < 10; warm += 1) await ask(side, list, query);
  const taken = [];
  for (let index = 0; index < samples; index += 1) {
    const begun = performance.now();
    await ask(side, list, query);
    taken.push(performance.now() - begun);
  }
  return taken;
}

function percentiles(taken) {
  const sorted = taken.sort((a, b) => a - b);
  return { p50: sorted[sorted.length >> 1], p99: sorted[Math.floor(sorted.length * 0.99)] };
}

async function ask({ url, tokens }, list, query) {
  const path = `/v1/${list}${query}`;
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${tokens[list]}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

function report(what, { p50, p99 }, verdict = '') {
  console.log(
    `${what.padEnd(48)} p50 ${p50.toFixed(1).padStart(7)} ms  p99 ${p99.toFixed(1).padStart(7)} ms  ${verdict}`,
  );
}
