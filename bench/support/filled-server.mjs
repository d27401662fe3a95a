import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { orderTargets } from './requests.mjs';
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

/** One kind of request of its client, by its name in {@link orderTargets}. */
export function requestOf({ server, tenant, orderId }, name) {
  const { path, headers, ...target } = orderTargets(orderId)[name];
  return {
    ...target,
    headers: { ...headers, authorization: `Bearer ${tenant.client}` },
    url: server.url + path,
  };
}
