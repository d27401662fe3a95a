/**
 * Measures the import of a whole store: from the call to the last draft, against the stub store in a process of its own.
 *
 *   npm run bench:shopify -- 10000            (a bucket of 20,000 points that gets 10,000 a second)
 *   npm run bench:shopify -- 2000 basic       (Shopify's basic plan: 2,000 points that get 100 a second)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { howMany } from './support/arguments.mjs';
import { addTenant, call, memoryOf, MiB, resetPeak, startServer } from './support/server.mjs';

const count = howMany(process.argv[2], 10_000);
const isBasic = process.argv[3] === 'basic';
const bucket = isBasic
  ? { maximumAvailable: 2_000, restoreRate: 100 }
  : { maximumAvailable: 20_000, restoreRate: 10_000 };
const fast = { maximumAvailable: 20_000, restoreRate: 10_000 };
const path = '/v1/integrations/shopify';
const print = (label, value) => console.log(`${label.padEnd(46)} ${value}`);

const stub = spawn(process.execPath, ['tools/shopify-stub/main.ts'], {
  env: { PATH: process.env.PATH, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const stubUrl = await new Promise((resolve) => {
  let output = '';
  stub.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    const found = /ready at (\S+)/.exec(output)?.[1];
    if (found) resolve(found);
  });
});
// In production no store is a stub.
const server = await startServer({
  env: { NODE_ENV: 'development', SHOPIFY_STUB_URL: stubUrl },
}).catch((error) => {
  stub.kill('SIGTERM');
  throw error;
});

try {
  print('Load of the machine before', loadavg()[0].toFixed(1));
  // The first import loads the code; memory is measured from a server that has done some.
  const warm = await connected('warm-up.myshopify.com', fast, 300);
  await imported(warm, 300);
  const store = await connected('bench.myshopify.com', bucket, count);
  await delay(3_000);
  const idle = memoryOf(server.pid).now;
  resetPeak(server.pid);

  const { milliseconds } = await imported(store, count);
  const { peak } = memoryOf(server.pid);
  const log = (await control('GET', `/log?shop=${store.shop}&kind=graphql`)).filter(({ operation }) =>
    String(operation).startsWith('WaybillOrder'),
  );
  const answered = log.filter(({ actualQueryCost }) => typeof actualQueryCost === 'number');
  const points = answered.reduce((sum, { actualQueryCost }) => sum + actualQueryCost, 0);
  const seconds = milliseconds / 1_000;
  print('Orders', `${count.toLocaleString('en')}, each a draft, once`);
  print('Bucket', `${bucket.maximumAvailable} points, ${bucket.restoreRate} a second`);
  print('From the call to the end', `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} orders/s`);
  print('Requests', `${log.length}, of them refused as throttled ${log.length - answered.length}`);
  print('Points', `${points.toLocaleString('en')}, ${(points / count).toFixed(1)} an order`);
  print(
    '  that the bucket gives in this time',
    (bucket.maximumAvailable + seconds * bucket.restoreRate).toFixed(0),
  );
  print(
    'Largest cost that was asked for',
    `${Math.max(...answered.map((one) => one.requestedQueryCost))} (limit 1000)`,
  );
  print('Server memory: idle', `${(idle / MiB).toFixed(0)} MiB`);
  print('Server memory: peak over idle', `${((peak - idle) / MiB).toFixed(0)} MiB`);
} finally {
  await server.stop();
  stub.kill('SIGTERM');
  await once(stub, 'close');
}

async function control(method, at, body) {
  const response = await fetch(`${stubUrl}/_control${at}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return response.json();
}

/** A client with a store of so many orders. */
async function connected(shop, size, orders) {
  const { client: token } = await addTenant(server.url);
  const begun = await call(server.url, 'POST', `${path}/connect`, { token, body: { shop } });
  const granted = new URL(begun.authorizationUrl);
  granted.searchParams.set('auto', '1');
  const back = await fetch(granted, { redirect: 'manual' });
  const { pathname, search } = new URL(back.headers.get('location'));
  await fetch(server.url + pathname + search, { redirect: 'manual' });
  await delay(2_000);
  await control('PATCH', `/stores/${shop}`, { bucket: size, webhooksMuted: true });
  await control('POST', `/stores/${shop}/orders`, { count: orders, announce: false });
  return { shop, token };
}

async function imported({ token }, orders) {
  const begun = performance.now();
  const { import: started } = await call(server.url, 'POST', `${path}/imports`, {
    token,
    body: { all: true },
  });
  for (;;) {
    const result = await call(server.url, 'GET', `${path}/imports/${started.id}`, { token });
    if (result.finishedAt) {
      const milliseconds = performance.now() - begun;
      if (result.ordersImported !== orders)
        throw new Error(`Not all were imported: ${JSON.stringify(result)}`);
      return { milliseconds };
    }
    await delay(100);
  }
}
