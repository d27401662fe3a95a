/** The lower bound of `GET /v1/orders`: Fastify and pg with the same SQL, without tenant checks and sign-in. */
import Fastify from 'fastify';
import pg from 'pg';
import { Statement } from '../../dist/database/sql/statement.js';
import { selectOrders } from '../../dist/modules/orders/orders.queries.js';

const scope = { audience: 'client', organizationId: '', clientId: process.env.CLIENT_ID };
const statement = new Statement();
const page = { filters: {}, statuses: undefined, sort: '-createdAt', after: undefined, rows: 51 };
const { text } = selectOrders(statement, scope, scope, page);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 20,
  options: '-c role=waybill_system',
});

const app = Fastify();
app.get('/health/live', () => ({ status: 'ok' }));
app.get('/v1/orders', async () => {
  const { rows } = await pool.query({ name: 'orders', text, values: statement.values });
  return { items: rows };
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => process.exit(0));
