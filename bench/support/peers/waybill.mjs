/** Waybill itself, with 10,000 orders of one client, in the shape of its peers. */
import { openAsBlob } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { fillOrders, orderRequests } from '../requests.mjs';
import { call } from '../server.mjs';
import { addTenant } from '../stage.mjs';

export const name = 'Waybill';

export async function start(stage) {
  const url = await stage.serve('dist/main.js', { ACCESS_TOKEN_MINUTES: '1440' });
  const tenant = await addTenant(stage, url);
  await fillOrders(stage, tenant);
  const requests = await orderRequests(stage, tenant);
  const [list, get, create] = ['GET /v1/orders?limit=50', 'GET /v1/orders/{id}', 'POST /v1/orders'];
  return {
    url,
    databaseUrl: `${stage.url}?options=${encodeURIComponent('-c role=waybill_system')}`,
    requests: { list: requests[list], get: requests[get], create: requests[create] },
    importFile: (file) => upload(url, tenant.accessToken, file),
    clientId: tenant.clientId,
    orderId: requests[get].path.split('/').at(-1),
  };
}

async function upload(url, token, { waybill, count }) {
  const form = new FormData();
  form.append('file', await openAsBlob(waybill), 'orders.csv');
  const { id } = await call(url, 'POST', '/v1/order-imports', { token, body: form });
  for (;;) {
    const result = await call(url, 'GET', `/v1/order-imports/${id}`, { token });
    if (result.status !== 'queued' && result.status !== 'running') {
      if (result.rowsImported === count) return;
      throw new Error(`The import ended early: ${JSON.stringify(result)}`);
    }
    await delay(25);
  }
}
