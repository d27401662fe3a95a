/** Waybill itself, with 10,000 orders of one client, in the shape of its peers. */
import { fillOrders, orderRequests } from '../requests.mjs';
import { importFile } from '../server.mjs';
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
  const imported = await importFile(url, token, waybill);
  if (imported.rowsImported !== count) throw new Error(`The import ended early: ${JSON.stringify(imported)}`);
}
