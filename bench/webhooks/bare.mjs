/** Posts what Waybill would, at a steady rate, one team's endpoints after another's: the floor of a delivery. */
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, request } from 'undici';

const [{ url, teams, rate, seconds }] = await once(process, 'message');
const dispatcher = new Agent({ pipelining: 1 });
const made = teams.map(() => 0);
const failures = {};
const key = Buffer.alloc(32, 'k');

const begun = performance.now();
for (let n = 0; n < rate * seconds; await delay(5)) {
  const due = Math.min(rate * seconds, ((performance.now() - begun) / 1000) * rate);
  for (; n < due; n += 1) {
    const team = n % teams.length;
    made[team] += 1;
    for (const path of teams[team]) void post(url + path);
  }
}
process.send({ made, failures });

async function post(target) {
  const [id, timestamp] = [randomUUID(), new Date().toISOString()];
  const data = { id, type: 'order.created', createdAt: timestamp, data: { status: 'draft', source: 'api' } };
  const body = JSON.stringify({ type: 'order.created', timestamp, data });
  const seconds = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  };
  try {
    const answer = await request(target, { method: 'POST', headers, body, dispatcher });
    await answer.body.dump();
  } catch (error) {
    failures[error.message] = (failures[error.message] ?? 0) + 1;
  }
}
