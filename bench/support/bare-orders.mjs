/**
 * The lower bounds of requests for orders: Fastify and pg with the same SQL, without tenant checks, sign-in and
 * checks of what is sent. An order is made with its event in one transaction, and with a key its answer is kept there.
 */
import Fastify from 'fastify';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Statement } from '../../build/database/sql/statement.js';
import { insertDrafts } from '../../build/modules/orders/drafts/drafts.queries.js';
import { selectOrder, selectOrders } from '../../build/modules/orders/orders.queries.js';

const { ORGANIZATION_ID: organizationId, CLIENT_ID: clientId } = process.env;
const scope = { audience: 'client', organizationId, clientId };
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 20,
  options: '-c role=waybill_system',
});
const page = { filters: {}, statuses: undefined, sort: '-createdAt', after: undefined, rows: 51 };
const list = new Statement();
const { text: listText } = selectOrders(list, scope, scope, page);

const app = Fastify();
app.get('/health/live', () => ({ status: 'ok' }));
app.get('/v1/orders', async () => {
  const { rows } = await pool.query({ name: 'orders', text: listText, values: list.values });
  return { items: rows };
});
app.get('/v1/orders/:id', async ({ params }) => {
  const statement = new Statement();
  const { text } = selectOrder(statement, scope, scope, params.id);
  const { rows } = await pool.query({ name: 'order', text, values: statement.values });
  return rows[0];
});
app.post('/v1/orders', async ({ body, headers }, reply) => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const order = await insertOrder(client, body);
    if (headers['idempotency-key']) await keep(client, headers['idempotency-key'], order);
    await client.query('commit');
    return reply.code(201).send(order);
  } finally {
    client.release();
  }
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));

async function insertOrder(client, { address, recipient, products }) {
  const { name: recipientName, email: recipientEmail, phone: recipientPhone } = recipient;
  const cause = { actor: {}, requestId: '', traceparent: null };
  const row = { id: uuidv7(), source: 'manual', activity: 'delivery', packageCount: 1, metadata: {}, cause };
  const content = { ...address, recipientName, recipientEmail, recipientPhone, products };
  const insert = new Statement();
  const text = insertDrafts(insert, { organizationId, clientId }, [{ ...row, ...content }], {
    onlyAllowed: false,
  });
  const { rows } = await client.query({ name: 'insert', text, values: insert.values });
  return rows[0];
}

async function keep(client, key, order) {
  await client.query({
    name: 'keep',
    text: `insert into idempotency_keys (tenant, key, request_hash, claim, status, headers, body, created_at, expires_at)
           values ($1, $2, '', $3, 201, '{}', $4, now(), now() + interval '1 day')`,
    values: [`client:${clientId}`, key, uuidv7(), Buffer.from(JSON.stringify(order))],
  });
}
