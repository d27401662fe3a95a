/**
 * Measures what an order leaves in the database on its way from a spreadsheet to the door, and what its days cost in
 * WAL. Everything goes through the API.
 *
 *   npm run bench:sizes -- 20000
 */
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { howMany } from './support/arguments.mjs';
import { writeOrders } from './support/spreadsheet.mjs';
import { addTenant, openStage } from './support/stage.mjs';

const rows = howMany(process.argv[2], 20_000);
// Delivered within seconds, every stop moves the ETAs of those after it, which is news: long routes would be all news.
const stopsOfRoute = 4;
const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-file-'));
const path = join(folder, 'orders.csv');
await writeOrders(path, rows);
const stage = await openStage();
const owner = new pg.Client(stage.url);
await owner.connect();

const sizes = `
  select c.relname as table, s.n_live_tup::int as rows, pg_table_size(c.oid)::float8 as heap,
         pg_indexes_size(c.oid)::float8 as indexes
    from pg_class c join pg_stat_user_tables s on s.relid = c.oid
   where c.relname in ('orders', 'events', 'order_texts', 'attempts', 'proofs', 'jobs') order by 1`;

async function call(method, place, token, body) {
  const isForm = body instanceof FormData;
  const response = await fetch(url + place, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(!isForm && body && { 'content-type': 'application/json' }),
    },
    body: isForm ? body : body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${place}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}

async function wal() {
  const { rows: found } = await owner.query('select pg_current_wal_lsn() as lsn');
  return found[0].lsn;
}

async function walSince(lsn) {
  const { rows: found } = await owner.query(
    'select pg_wal_lsn_diff(pg_current_wal_lsn(), $1)::float8 as bytes',
    [lsn],
  );
  return found[0].bytes;
}

async function importFile({ accessToken }) {
  const form = new FormData();
  form.set('file', await openAsBlob(path), 'orders.csv');
  const { id } = await call('POST', '/v1/order-imports', accessToken, form);
  for (;;) {
    const found = await call('GET', `/v1/order-imports/${id}`, accessToken);
    if (found.finishedAt) return found.rowsImported;
    await delay(200);
  }
}

async function deliver({ dispatcherToken }) {
  for (;;) {
    const { items } = await call('GET', `/v1/stops?assigned=false&limit=${stopsOfRoute}`, dispatcherToken);
    if (items.length === 0) return;
    const ids = items.map(({ id }) => id);
    const { id } = await call('POST', '/v1/routes', dispatcherToken, { title: 'A day' });
    await call('POST', `/v1/routes/${id}/stops`, dispatcherToken, { stopIds: ids });
    await call('POST', `/v1/routes/${id}/start`, dispatcherToken);
    for (const stop of ids)
      await call('POST', `/v1/stops/${stop}/attempts`, dispatcherToken, { state: 'delivered_to_recipient' });
  }
}

async function print(title, orders) {
  await owner.query('analyze');
  console.log(`\n${title}`);
  for (const { table, rows: count, heap, indexes } of (await owner.query(sizes)).rows)
    if (count > 0)
      console.log(
        `${table.padEnd(12)} ${(count / orders).toFixed(2)} rows an order; ${Math.round(heap / count)} + ${Math.round(indexes / count)} bytes a row`,
      );
}

let url;
try {
  url = await stage.serve('dist/main.js');
  const tenant = await addTenant(stage, url);
  const begun = await wal();
  const orders = await importFile(tenant);
  console.log(
    `${orders} orders; WAL of the import ${Math.round((await walSince(begun)) / orders)} bytes an order`,
  );
  await call('POST', '/v1/orders/submit', tenant.accessToken, { all: true });
  await deliver(tenant);
  // The text of search is indexed a moment later.
  await delay(5_000);
  console.log(`WAL of all its life ${Math.round((await walSince(begun)) / orders)} bytes an order`);
  await print('As it lies there (heap + indexes)', orders);
  await owner.query('vacuum full');
  await print('Packed as tightly as can be', orders);
} finally {
  await owner.end();
  await stage.close();
  await rm(folder, { recursive: true });
}
