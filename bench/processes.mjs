/**
 * Measures how many requests one API process answers, and two on the same database, sent by one load generator in turns.
 * All of them share the machine's processors with PostgreSQL.
 *
 *   npm run bench:processes
 */
import { availableParallelism } from 'node:os';
import { fillOrders } from './support/requests.mjs';
import { addTenant, median, openStage, throughput } from './support/stage.mjs';

const rounds = 5;
const connections = 16;

const stage = await openStage();
try {
  const urls = [await stage.serve('dist/main.js'), await stage.serve('dist/main.js')];
  const tenant = await addTenant(stage, urls[0]);
  await fillOrders(stage, tenant);
  const headers = { authorization: `Bearer ${tenant.accessToken}` };
  const body = JSON.stringify({
    address: { addressLineOne: '476 5th Ave' },
    recipient: { name: 'Ada Reader' },
  });
  const json = { ...headers, 'content-type': 'application/json' };
  const requests = {
    'GET /v1/orders?limit=50': { path: '/v1/orders?limit=50', headers },
    'POST /v1/orders': { path: '/v1/orders', method: 'POST', headers: json, body },
  };
  const found = [];
  for (const [what, request] of Object.entries(requests)) {
    const rates = { one: [], two: [] };
    for (let round = 0; round <= rounds; round += 1)
      for (const [name, asked] of [
        ['one', urls.slice(0, 1)],
        ['two', urls],
      ]) {
        const rate = await rateOf(asked, request);
        if (round > 0) rates[name].push(rate);
      }
    const [one, two] = [median(rates.one), median(rates.two)];
    found.push({
      what,
      'one process': `${one.toFixed(0)}/s`,
      'two processes': `${two.toFixed(0)}/s`,
      ratio: `${(two / one).toFixed(2)} ×`,
    });
  }
  console.log(`${availableParallelism()} processors`);
  console.table(found);
} finally {
  await stage.close();
}

async function rateOf(urls, { path, ...request }) {
  const each = { ...request, connections: connections / urls.length, seconds: 3 };
  const rates = await Promise.all(urls.map((url) => throughput({ ...each, url: url + path })));
  return rates.reduce((sum, rate) => sum + rate, 0);
}
