/** Rates and processor time of the requests that callers make most, in turns with their lower bounds. */
import { v7 as uuidv7 } from 'uuid';
import { howMany } from './arguments.mjs';
import { orderStatuses } from '../../build/modules/orders/order-status.js';
import { databaseSeconds, secondsOf } from './processor.mjs';
import { addOrders, asOwner, median, password, throughput } from './stage.mjs';

const rounds = howMany(process.env.ROUNDS, 3);
const seconds = howMany(process.env.SECONDS, 4);
const json = { 'content-type': 'application/json' };
const order = JSON.stringify({
  address: { addressLineOne: '476 5th Ave', city: 'New York', state: 'NY', zip: '10018', country: 'US' },
  recipient: { name: 'Ada Reader', email: 'ada@example.org', phone: '(212) 555-0142' },
  products: ['Maps'],
});
/** A new key for each. */
const withKey = [
  { setupRequest: (sent) => ({ ...sent, headers: { ...sent.headers, 'idempotency-key': uuidv7() } }) },
];

const createOrder = { path: '/v1/orders', method: 'POST', body: order, headers: json };

/** What callers ask most for orders, by name. */
export const orderTargets = (orderId) => ({
  'GET /v1/orders?limit=50': { path: '/v1/orders?limit=50' },
  'GET /v1/orders/{id}': { path: `/v1/orders/${orderId}` },
  'POST /v1/orders': createOrder,
  'POST with an Idempotency-Key': { ...createOrder, requests: withKey },
});

/** Gives each client of the tenant 10,000 orders. */
export async function fillOrders(stage, tenant) {
  for (const clientId of tenant.clientIds)
    await addOrders(stage, { ...tenant, clientId }, 10_000, orderStatuses);
  // Only its owner may, and without it the planner knows nothing of so many new rows.
  await asOwner(stage.url, 'vacuum analyze');
}

/** Starts the lower bounds for the tenant's first client; returns their URL. */
export function serveBare(stage, { organizationId, clientId }) {
  return stage.serve('bench/support/bare-orders.mjs', {
    ORGANIZATION_ID: organizationId,
    CLIENT_ID: clientId,
  });
}

/** What is asked for orders; each `bare` one is measured against its lower bound. */
export async function orderRequests(stage, { clientId, accessToken }) {
  const headers = { authorization: `Bearer ${accessToken}` };
  const { rows } = await stage.sql.query('select id from orders where client_id = $1 limit 1', [clientId]);
  const targets = Object.entries(orderTargets(rows[0].id)).map(([name, target]) => [
    name,
    { ...target, headers: { ...target.headers, ...headers }, bare: true },
  ]);
  return {
    ...Object.fromEntries(targets),
    'GET /v1/orders?fields=id&…': { path: '/v1/orders?limit=50&fields=id&fields=status', headers },
  };
}

/** What else is asked often. */
export function otherRequests({ accessToken, dispatcherToken, email }) {
  const [client, dispatcher] = [accessToken, dispatcherToken].map((token) => ({
    authorization: `Bearer ${token}`,
  }));
  return {
    'GET /v1/orders?view=active': { path: '/v1/orders?limit=50&view=active', headers: client },
    'GET /v1/stops?limit=50': { path: '/v1/stops?limit=50', headers: dispatcher },
    'GET /v1/events?limit=50': { path: '/v1/events?limit=50', headers: client },
    'GET /v1/me': { path: '/v1/me', headers: client },
    'POST /v1/auth/login': {
      path: '/v1/auth/login',
      method: 'POST',
      body: JSON.stringify({ email, password }),
      headers: json,
      // More at once than the server's gate for passwords takes would be refused.
      connections: 2,
    },
  };
}

/** Measures and prints one request; returns the share of its lower bound's rate that it has. */
export async function measureRequest(stage, name, { path, bare, ...target }, { url, bareUrl }) {
  const sides = [url, ...(bare ? [bareUrl] : [])].map((base) => ({ base, rounds: [] }));
  for (const { base } of sides) await throughput({ ...target, url: base + path, seconds: 2 });
  for (let round = 0; round < rounds; round++)
    for (const side of sides)
      side.rounds.push(await timed(stage, side.base, { ...target, url: side.base + path }));
  const [ours, floor] = sides.map((side) => middle(side.rounds));
  const share = floor && ours.rate / floor.rate;
  const cells = [told(ours), ...(floor ? [told(floor), `${(share * 100).toFixed(0)} %`] : [])];
  console.log([name.padEnd(30), ...cells.map((cell) => cell.padEnd(38))].join(' ').trimEnd());
  return share;
}

/** The heading of what {@link measureRequest} prints. */
export function printHeading() {
  const columns = ['per second: ms of Node + PostgreSQL', 'bare', 'share of the bare rate'];
  console.log([''.padEnd(30), ...columns.map((column) => column.padEnd(38))].join(' ').trimEnd());
}

async function timed(stage, base, target) {
  const used = async () => [secondsOf(stage.pidOf(base)), await databaseSeconds(stage.sql)];
  const before = await used();
  const rate = await throughput({ ...target, seconds });
  const after = await used();
  const [node, database] = after.map((value, index) => ((value - before[index]) / (rate * seconds)) * 1_000);
  return { rate, node, database };
}

function middle(measured) {
  const of = (name) => median(measured.map((round) => round[name]));
  return { rate: of('rate'), node: of('node'), database: of('database') };
}

const told = ({ rate, node, database }) =>
  `${rate.toFixed(0).padStart(5)}/s: ${node.toFixed(2)} + ${database.toFixed(2)} ms`;
