/**
 * Measures the first page of the lists of orders and stops for the smallest, the median and the largest client of one
 * organization, and for the organization, whose clients were loaded one after the other: one with most of the orders
 * beside a thousand with few.
 *
 *   npm run bench:lists              (1,000,000 orders of the largest client)
 *   npm run bench:lists -- 200000
 */
import { howMany } from './support/arguments.mjs';
import { addManyOrders } from './support/many-orders.mjs';
import { addPerson, addTenant, asOwner, openStage } from './support/stage.mjs';

const largest = howMany(process.argv[2], 1_000_000);
const clients = 1_001;
const rounds = 5;
const samples = 60;
const statuses = ['draft', 'submitted', 'submitted', 'scheduled', 'delivered', 'delivered', 'failed'];

/** From 10 orders of the first to 200 of the last but one; the largest is loaded in the middle. */
const sizes = Array.from({ length: clients }, (_, index) =>
  index === clients >> 1 ? largest : 10 + Math.round((190 * index) / (clients - 1)),
);

const stage = await openStage({ embedded: true });
try {
  const url = await stage.serve('dist/main.js', { RUN_JOBS: 'worker', ACCESS_TOKEN_MINUTES: '1440' });
  const tenant = await addTenant(stage, url, clients);
  await load(tenant.clientIds);
  const lists = [
    ['smallest client', 0],
    ['median client', (clients >> 1) + 1],
    ['largest client', clients >> 1],
  ];
  const readers = [];
  for (const [who, index] of lists)
    readers.push({
      who,
      orders: sizes[index],
      path: '/v1/orders?limit=50',
      token: await addPerson(stage, url, {
        organizationId: tenant.organizationId,
        clientId: tenant.clientIds[index],
        role: 'member',
      }),
    });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  readers.push({
    who: 'organization',
    orders: all,
    path: '/v1/stops?limit=50',
    token: tenant.dispatcherToken,
  });
  report(await measure(url, readers));
} finally {
  await stage.close();
}

async function load(clientIds) {
  let from = 0;
  const of = sizes.reduce((sum, size) => sum + size, 0);
  for (const [index, id] of clientIds.entries()) {
    await addManyOrders(stage.sql, [id], sizes[index], { statuses, from, of });
    from += sizes[index];
  }
  await stage.sql.query('delete from stale_order_texts');
  await asOwner(stage.url, 'vacuum analyze');
}

/** Milliseconds of each reader, in turns, so that a busy moment is everybody's. */
async function measure(url, readers) {
  const taken = readers.map((reader) => ({ ...reader, times: [] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { path, token, times } of taken)
      for (let sample = 0; sample < samples; sample += 1) {
        const begun = performance.now();
        const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
        if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
        await response.arrayBuffer();
        if (round > 0) times.push(performance.now() - begun);
      }
  return taken;
}

function report(taken) {
  const at = (times, share) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)];
  const least = at(taken[0].times, 0.5);
  console.table(
    taken.map(({ who, path, orders, times }) => ({
      who,
      list: path,
      orders,
      'p50 ms': at(times, 0.5).toFixed(2),
      'p99 ms': at(times, 0.99).toFixed(2),
      'to the smallest': `${(at(times, 0.5) / least).toFixed(2)} ×`,
    })),
  );
}
