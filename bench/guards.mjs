/**
 * Measures what the guards cost: one authenticated read with both walls, rate limit and idempotency, and with the
 * same server without them, in one run. `node bench/guards.mjs` after `npm run build`.
 */
import { howMany } from './support/arguments.mjs';
import { addOrders, addTenant, median, openStage, throughput } from './support/stage.mjs';

const rounds = howMany(process.env.ROUNDS, 3);
const stage = await openStage();
try {
  const servers = {
    guarded: await stage.serve('dist/main.js'),
    unguarded: await stage.serve('bench/support/unguarded-server.mjs'),
  };
  const tenant = await addTenant(stage, servers.guarded);
  await addOrders(stage, tenant, 1_000, ['draft', 'submitted']);
  const headers = { authorization: `Bearer ${tenant.accessToken}` };
  const { rows } = await stage.sql.query('select id from orders where client_id = $1 limit 1', [
    tenant.clientId,
  ]);
  const rates = { guarded: [], unguarded: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const [name, url] of Object.entries(servers)) {
      const rate = await throughput({ url: `${url}/v1/orders/${rows[0].id}`, headers });
      // The first round warms up.
      if (round > 0) rates[name].push(rate);
    }
  }
  const [guarded, unguarded] = [median(rates.guarded), median(rates.unguarded)];
  console.log(`GET /v1/orders/{id} without guards: ${unguarded.toFixed(0)}/s`);
  console.log(`GET /v1/orders/{id} with both walls, rate limit and idempotency: ${guarded.toFixed(0)}/s`);
  console.log(`ratio: ${((guarded / unguarded) * 100).toFixed(0)} %`);
} finally {
  await stage.close();
}
