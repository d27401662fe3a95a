/**
 * Measures how fast a spreadsheet becomes drafts over HTTP, compared to its lower bounds in the same run.
 *
 *   npm run bench:import -- 100000
 *   npm run bench:import -- 100000 3   (three rows an order)
 */
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { howMany } from './support/arguments.mjs';
import { addTenant, call, cpuOf, memoryOf, MiB, resetPeak, startServer } from './support/server.mjs';
import { bareCopy, parseAlone, rowByRow } from './support/floors.mjs';
import { writeOrders } from './support/spreadsheet.mjs';

const rows = howMany(process.argv[2], 100_000);
const rowsPerOrder = howMany(process.argv[3], 1);
const sample = 500;
const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-file-'));
const path = join(folder, 'orders.csv');
const { bad, orders, badOrders } = await writeOrders(path, rows, { rowsPerOrder });
const { size } = await stat(path);
// Half a million such rows exceed the default limit.
const server = await startServer({ env: { IMPORT_MAX_BYTES: String(Math.max(50 * MiB, size)) } });
const perSecond = (count, milliseconds) => Math.round((count * 1000) / milliseconds);
const print = (label, value) => console.log(`${label.padEnd(46)} ${value}`);

try {
  print(
    'File',
    `${rows.toLocaleString('en')} rows, 18 columns, ${(size / MiB).toFixed(1)} MiB, ${bad} bad rows, ${orders.toLocaleString('en')} orders`,
  );

  print('Load of the machine before', loadavg()[0].toFixed(1));
  const tenant = await addTenant(server.url);
  // The first import loads the code; memory is measured from an idle server that has answered some requests.
  const small = join(folder, 'small.csv');
  await writeOrders(small, 1_000, { rowsPerOrder });
  const warm = await addTenant(server.url);
  await upload(small, warm.client, 1_000);
  for (let i = 0; i < 300; i += 1) await call(server.url, 'GET', '/v1/order-imports', { token: warm.client });
  await delay(3_000);
  const idle = memoryOf(server.pid).now;
  resetPeak(server.pid);

  const cpuBefore = cpuOf(server.pid);
  const { milliseconds, result } = await upload(path, tenant.client, rows);
  const cpu = cpuOf(server.pid) - cpuBefore;
  const peak = memoryOf(server.pid).peak;
  const made = [result.rowsImported, result.ordersImported, result.rowsRejected];
  if (`${made}` !== `${[rows - bad, orders - badOrders, bad]}`)
    throw new Error(`Expected ${rows - bad} good and ${bad} bad rows, got ${JSON.stringify(result)}`);

  const speed = perSecond(rows, milliseconds);
  print(
    'Upload to all committed',
    `${(milliseconds / 1000).toFixed(2)} s, ${speed.toLocaleString('en')} rows/s (bar 25,000)`,
  );
  print('  processor time of the server', `${cpu.toFixed(2)} s`);
  if (rowsPerOrder === 1) await printFloors(tenant, speed);
  print('Server memory: idle', `${(idle / MiB).toFixed(0)} MiB`);
  print('Server memory: peak over idle', `${((peak - idle) / MiB).toFixed(0)} MiB (bar 150 MiB)`);
  for (const count of [2, 3])
    print(
      `${count} such imports at once, of ${count} clients`,
      `${(await together(count)).toLocaleString('en')} rows/s in all`,
    );
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}

async function together(count) {
  const tenants = [];
  for (let i = 0; i < count; i += 1) tenants.push(await addTenant(server.url));
  const begun = performance.now();
  await Promise.all(tenants.map(({ client }) => upload(path, client, rows)));
  return perSecond(count * rows, performance.now() - begun);
}

async function printFloors(tenant, speed) {
  const parsed = await parseAlone(path);
  const copied = await bareCopy(path, server.databaseUrl, tenant);
  const singly = await rowByRow(path, server.databaseUrl, tenant, sample);
  const floor = perSecond(rows, copied);
  print('papaparse alone', `${perSecond(rows, parsed).toLocaleString('en')} rows/s`);
  print('papaparse + COPY into the same table', `${floor.toLocaleString('en')} rows/s`);
  print('  the import reaches of that', `${((speed / floor) * 100).toFixed(0)} % (bar 25 %)`);
  print(
    `Entities persisted row by row (${sample})`,
    `${perSecond(sample, singly).toLocaleString('en')} rows/s`,
  );
}

async function upload(file, token, count) {
  const form = new FormData();
  if (rowsPerOrder > 1) form.append('groupBy', 'externalId');
  form.append('file', await openAsBlob(file), 'orders.csv');
  const begun = performance.now();
  const { id } = await call(server.url, 'POST', '/v1/order-imports', { token, body: form });
  for (;;) {
    const result = await call(server.url, 'GET', `/v1/order-imports/${id}`, { token });
    if (result.status !== 'queued' && result.status !== 'running') {
      const milliseconds = performance.now() - begun;
      if (result.rowsProcessed !== count)
        throw new Error(`The import ended early: ${JSON.stringify(result)}`);
      return { milliseconds, result };
    }
    await delay(Math.max(25, count / 2_500));
  }
}
