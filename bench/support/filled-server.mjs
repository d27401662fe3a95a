import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOrder, withKey } from './requests.mjs';
import { addTenant, call, importFile, startServer } from './server.mjs';
import { writeOrders } from './spreadsheet.mjs';
import { asOwner } from './stage.mjs';

/**
 * A server of a checkout with 10,000 orders of one client, analyzed. It is filled by HTTP alone, so that checkouts may
 * differ in all that is not the API.
 * @param options as of {@link startServer}
 */
export async function startFilledServer(options = {}) {
  const server = await startServer({ ...options, env: { ACCESS_TOKEN_MINUTES: '1440', ...options.env } });
  const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-file-'));
  try {
    const tenant = await addTenant(server.url);
    const path = join(folder, 'orders.csv');
    await writeOrders(path, 10_000, { badEvery: Infinity });
    await importFile(server.url, tenant.client, path);
    await asOwner(server.databaseUrl, 'vacuum analyze');
    const { items } = await call(server.url, 'GET', '/v1/orders?limit=1', { token: tenant.client });
    return { server, tenant, orderId: items[0].id };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What its client asks for its orders, by name. */
export function requestsOf({ server, tenant, orderId }) {
  const as = ({ path, headers, ...target }) => ({
    ...target,
    headers: { ...headers, authorization: `Bearer ${tenant.client}` },
    url: server.url + path,
  });
  return {
    'GET /v1/orders?limit=50': as({ path: '/v1/orders?limit=50' }),
    'GET /v1/orders/{id}': as({ path: `/v1/orders/${orderId}` }),
    'POST /v1/orders': as(createOrder),
    'POST with an Idempotency-Key': as({ ...createOrder, requests: withKey }),
  };
}
