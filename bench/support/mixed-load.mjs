/** Sends requests of the usual kinds at a steady rate, however fast they are answered. */
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from './server.mjs';
import { writeOrders } from './spreadsheet.mjs';

/** Requests that may be under way at once; beyond that a request is skipped and counted as failed. */
const mostUnderWay = 100;
const importRows = 200;

/** Starts the load for a client of {@link addTenant}; `counts` contains the requests sent and failed so far. */
export async function startLoad(url, tenant, rate) {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-load-'));
  const path = join(folder, 'orders.csv');
  await writeOrders(path, importRows);
  const file = await openAsBlob(path);
  const { client: token } = tenant;
  const ids = [];
  const create = async () => {
    const body = { address: { addressLineOne: '476 5th Ave', city: 'New York' }, recipient: { name: 'Bo' } };
    const { id } = await call(url, 'POST', '/v1/orders', { token, body });
    ids[ids.length < 1_000 ? ids.length : Math.floor(Math.random() * 1_000)] = id;
  };
  await create();
  const upload = () => {
    const form = new FormData();
    form.append('file', file, 'orders.csv');
    return call(url, 'POST', '/v1/order-imports', { token, body: form });
  };
  /** The number of each kind in a thousand requests. */
  const kinds = [
    [500, () => call(url, 'GET', '/v1/orders?limit=50', { token })],
    [240, () => call(url, 'GET', `/v1/orders/${ids[Math.floor(Math.random() * ids.length)]}`, { token })],
    [147, create],
    [100, () => call(url, 'GET', '/v1/me', { token })],
    [10, () => call(url, 'POST', '/v1/auth/login', { body: tenant.login })],
    [3, upload],
  ].flatMap(([share, send]) => Array.from({ length: share }, () => send));

  let [sent, failed, begun] = [0, 0, Date.now()];
  let lastFailure;
  const underWay = new Set();
  const tick = () => {
    for (const due = ((Date.now() - begun) / 1_000) * rate; sent < due; sent += 1) {
      if (underWay.size >= mostUnderWay) failed += 1;
      else {
        const request = kinds[Math.floor(Math.random() * kinds.length)]()
          .catch((error) => {
            failed += 1;
            lastFailure = error;
          })
          .finally(() => underWay.delete(request));
        underWay.add(request);
      }
    }
  };
  const timer = setInterval(tick, 5);
  return {
    counts: () => ({ sent, failed }),
    stop: async () => {
      clearInterval(timer);
      await Promise.all(underWay);
      await rm(folder, { recursive: true });
      if (lastFailure) console.log(`the last request that failed: ${lastFailure.message}`);
    },
  };
}
