/**
 * Measures orders against lower bounds in the same run: listing, reading and creating them against bare Fastify and pg
 * with the same SQL, and submitting 10,000 drafts against one bare UPDATE and event insert.
 * `node bench/orders.mjs` after `npm run build`; `DATABASE_URL` for a server of your own.
 */
import { v7 as uuidv7 } from 'uuid';
import { howMany } from './support/arguments.mjs';
import { fillOrders, measureRequest, orderRequests, printHeading, serveBare } from './support/requests.mjs';
import { addOrders, addTenant, median, openStage } from './support/stage.mjs';

const rounds = howMany(process.env.ROUNDS, 3);
const drafts = 10_000;
const stage = await openStage();

try {
  const url = await stage.serve('dist/main.js');
  const tenant = await addTenant(stage, url, 11);
  const headers = { authorization: `Bearer ${tenant.accessToken}` };
  await fillOrders(stage, tenant);
  const bareUrl = await serveBare(stage, tenant);
  printHeading();
  for (const [name, request] of Object.entries(await orderRequests(stage, tenant)))
    await measureRequest(stage, name, request, { url, bareUrl });
  await measureSubmit(url, tenant, headers);
} finally {
  await stage.close();
}

async function measureSubmit(url, tenant, headers) {
  const [ours, floor] = [[], []];
  for (let round = 0; round < rounds + 1; round++) {
    for (const [times, run] of [
      [ours, () => submitAll(url, headers)],
      [floor, () => bareSubmit(tenant)],
    ]) {
      await stage.sql.query('delete from orders where client_id = $1', [tenant.clientId]);
      await addOrders(stage, tenant, drafts, ['draft']);
      await stage.sql.query('checkpoint').catch(() => undefined);
      const start = performance.now();
      await run();
      if (round > 0) times.push(performance.now() - start);
    }
  }
  const [mine, least] = [median(ours), median(floor)];
  report(
    `submit ${drafts} drafts`,
    `${mine.toFixed(0)} ms against ${least.toFixed(0)} ms bare`,
    `${(mine / least).toFixed(2)} × (bar: ≤ 3 ×)`,
  );
}

async function submitAll(url, headers) {
  const response = await fetch(`${url}/v1/orders/submit`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{"all":true}',
  });
  const { succeededCount } = await response.json();
  if (succeededCount < drafts) throw new Error(`only ${succeededCount} drafts were submitted`);
}

/** Changes the same rows and inserts their events, without any check. */
async function bareSubmit({ organizationId, clientId }) {
  const ids = Array.from({ length: drafts }, () => uuidv7());
  const client = await stage.sql.connect();
  try {
    await client.query('begin');
    await client.query(
      `update orders set status = 'submitted', submitted_at = now(), updated_at = now(), version = version + 1
        where client_id = $1 and status = 'draft'`,
      [clientId],
    );
    await client.query(
      `insert into events (id, organization_id, client_id, audience, type, order_id, data, actor, request_id, created_at)
       select e.id, $2, $3, 'both', 'order.submitted', o.id, '{}', '{}', '', now()
         from (select id, row_number() over () as n from orders where client_id = $3 and status = 'submitted') o
         join unnest($1::uuid[]) with ordinality as e (id, n) using (n)`,
      [ids, organizationId, clientId],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

function report(what, figure, verdict) {
  console.log(`${what.padEnd(28)} ${figure.padEnd(34)} ${verdict}`);
}
