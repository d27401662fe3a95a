/**
 * Kills the server at random points of an import and checks the result.
 *
 *   npm run bench:import-kill -- 20000 20
 *   npm run bench:import-kill -- 20000 20 3   (three rows an order)
 */
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { howMany } from './support/arguments.mjs';
import { addTenant, call, startServer } from './support/server.mjs';
import { writeOrders } from './support/spreadsheet.mjs';

const rows = howMany(process.argv[2], 20_000);
const kills = howMany(process.argv[3], 20);
const rowsPerOrder = howMany(process.argv[4], 1);
const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-file-'));
const path = join(folder, 'orders.csv');
const { bad, orders, badOrders } = await writeOrders(path, rows, { rowsPerOrder });
const server = await startServer();
const database = new pg.Client({ connectionString: server.databaseUrl });
await database.connect();
await database.query('set role waybill_system');

try {
  // An import that is killed four times before its first rows are committed is given up, however slow the machine is.
  const begun = performance.now();
  await ended(await upload(await addTenant(server.url)));
  const longest = 2 * (performance.now() - begun);
  console.log('kill  import  after ms  rows committed  right so far');
  let wrong = 0;
  for (let kill = 1, imports = 0; kill <= kills;) {
    imports += 1;
    const tenant = await addTenant(server.url);
    const id = await upload(tenant);
    // Some imports are killed repeatedly until they end.
    while (kill <= kills) {
      const milliseconds = Math.floor(Math.random() * longest);
      await delay(milliseconds);
      await server.kill();
      const state = await stateOf(id);
      const isRight = (await stored(id)) === state.orders;
      if (!isRight) wrong += 1;
      console.log(
        [
          String(kill).padStart(4),
          String(imports).padStart(6),
          String(milliseconds).padStart(8),
          `${state.processed} ${state.status}`.padStart(22),
          isRight ? 'yes' : 'NO',
        ].join('  '),
      );
      kill += 1;
      await server.restart();
      if (isOver((await stateOf(id)).status)) break;
    }
    await ended(id);
    const end = await verdict(id, tenant.clientId);
    if (end !== 'right') wrong += 1;
    console.log(`      import ${imports} ended: ${end}`);
  }
  console.log(wrong === 0 ? 'Every import ended with exactly its good rows.' : `${wrong} findings`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  await database.end();
  await server.stop();
  await rm(folder, { recursive: true });
}

async function upload({ client }) {
  const form = new FormData();
  if (rowsPerOrder > 1) form.append('groupBy', 'externalId');
  form.append('file', await openAsBlob(path), 'orders.csv');
  const { id } = await call(server.url, 'POST', '/v1/order-imports', { token: client, body: form });
  return id;
}

async function ended(id) {
  while (!isOver((await stateOf(id)).status)) await delay(50);
}

function isOver(status) {
  return status !== 'queued' && status !== 'running';
}

async function stateOf(id) {
  const { rows: found } = await database.query(
    `select status, rows_processed as processed, rows_imported as imported, orders_imported as orders,
            rows_rejected as rejected from order_imports where id = $1`,
    [id],
  );
  return found[0];
}

async function stored(id) {
  const { rows: found } = await database.query('select count(*)::int as n from orders where import_id = $1', [
    id,
  ]);
  return found[0].n;
}

/** `right` when the good rows became one order with one event each or as many share an Id, and each bad one is reported. */
async function verdict(id, clientId) {
  const { rows: found } = await database.query(
    `select i.rows_imported as imported, i.rows_rejected as rejected, i.orders_imported as told,
            (select count(*)::int from orders where client_id = $2) as orders,
            (select count(distinct external_id)::int from orders where client_id = $2) as ids,
            (select count(distinct import_row)::int from orders where import_id = $1) as rows,
            (select count(*)::int from events where client_id = $2 and type = 'order.created') as events,
            (select coalesce(sum(n), 0)::int from (select max(row_count) as n from import_problems
              where import_id = $1 and severity = 'error' group by first_row) of_orders) as bad
       from order_imports i where i.id = $1`,
    [id, clientId],
  );
  const good = rows - bad;
  const made = orders - badOrders;
  const all = { told: made, orders: made, ids: made, rows: made, events: made };
  const wanted = { imported: good, rejected: bad, ...all, bad };
  const differs = Object.keys(wanted).filter((key) => found[0][key] !== wanted[key]);
  return differs.length === 0
    ? 'right'
    : differs.map((key) => `${key} ${found[0][key]} not ${wanted[key]}`).join(', ');
}
