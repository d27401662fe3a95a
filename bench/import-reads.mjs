/**
 * Measures how long single reads take during a large import, compared to an idle server.
 *
 *   npm run bench:import-reads -- 100000
 */
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { howMany } from './support/arguments.mjs';
import { addTenant, call, startServer } from './support/server.mjs';
import { writeOrders } from './support/spreadsheet.mjs';

const rows = howMany(process.argv[2], 100_000);
const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-file-'));
const path = join(folder, 'orders.csv');
await writeOrders(path, rows);
const server = await startServer({ embedded: true });

try {
  const reader = await addTenant(server.url);
  const importer = await addTenant(server.url);
  const order = await call(server.url, 'POST', '/v1/orders', {
    token: reader.client,
    body: { address: { addressLineOne: '476 5th Ave' } },
  });
  const read = async () => {
    const begun = performance.now();
    await call(server.url, 'GET', `/v1/orders/${order.id}`, { token: reader.client });
    return performance.now() - begun;
  };
  for (let i = 0; i < 500; i += 1) await read();

  report('idle', await measure(read, () => Promise.resolve(false), 1_500));

  const form = new FormData();
  form.append('file', await openAsBlob(path), 'orders.csv');
  const { id } = await call(server.url, 'POST', '/v1/order-imports', { token: importer.client, body: form });
  let status = 'queued';
  const watch = (async () => {
    while (status === 'queued' || status === 'running') {
      await delay(200);
      ({ status } = await call(server.url, 'GET', `/v1/order-imports/${id}`, { token: importer.client }));
    }
  })();
  const during = await measure(
    read,
    () => Promise.resolve(status !== 'queued' && status !== 'running'),
    Infinity,
  );
  await watch;
  report(`while ${rows.toLocaleString('en')} rows are imported`, during);
} finally {
  await server.stop();
  await rm(folder, { recursive: true });
}

/** Reads one after the other, a few milliseconds apart, until `ended` or `most`. */
async function measure(read, ended, most) {
  const times = [];
  while (times.length < most && !(await ended())) {
    times.push(await read());
    await delay(2);
  }
  return times.sort((a, b) => a - b);
}

function report(label, times) {
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  console.log(`${label.padEnd(36)} ${times.length} reads: median ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}
