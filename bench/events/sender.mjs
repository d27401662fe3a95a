/** Makes orders by calls at a steady rate, one token after another; tells how many of each were made. */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { call } from '../support/server.mjs';

const [{ urls, tokens, rate, seconds }] = await once(process, 'message');
const made = tokens.map(() => 0);
const failures = {};
const body = { address: { addressLineOne: '476 5th Ave', city: 'New York' }, recipient: { name: 'Bo' } };

const begun = performance.now();
const calls = [];
while (calls.length < rate * seconds) {
  const due = Math.min(rate * seconds, ((performance.now() - begun) / 1000) * rate);
  while (calls.length < due) {
    const n = calls.length;
    const at = n % tokens.length;
    calls.push(
      call(urls[n % urls.length], 'POST', '/v1/orders', { token: tokens[at], body }).then(
        () => (made[at] += 1),
        ({ message }) => {
          const reason = message.slice(0, 120);
          failures[reason] = (failures[reason] ?? 0) + 1;
        },
      ),
    );
  }
  await delay(5);
}
await Promise.all(calls);
process.send({ made, failures });
