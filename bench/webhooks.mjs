/**
 * Measures how long webhooks take from their transaction to the receiver: at a steady rate to the endpoints of four
 * teams, one of which never answers and is not counted. Before, as the floor, the same posts by bare undici.
 *
 *   npm run bench:webhooks -- 200 20 20     deliveries a second, endpoints, seconds
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { howMany } from './support/arguments.mjs';
import { addTenant, call, startServer } from './support/server.mjs';

const [rate, endpoints, seconds] = [200, 20, 20].map((usual, n) => howMany(process.argv[n + 2], usual));
const barMilliseconds = 250;
const teams = 4;
const perTeam = endpoints / teams;
if (!Number.isInteger(perTeam)) throw new Error(`Every one of ${teams} teams has as many endpoints`);

console.log(
  `${rate} deliveries/s to ${endpoints} endpoints for ${seconds} s, one of them hangs; from transaction to receipt:`,
);
/** Paths of the receiver, by team; what comes to the first is not answered. */
const paths = Array.from({ length: teams }, (_, team) =>
  Array.from({ length: perTeam }, (_, n) => `/${team}/${n}`),
);
const hanging = paths[0][0];
const turns = { rate: rate / perTeam, seconds };

report('bare undici', await measure('webhooks/bare', (url) => ({ ...turns, url, teams: paths })));
const server = await startServer({ env: { ACCESS_TOKEN_MINUTES: '60', WEBHOOK_ALLOW_PRIVATE: 'true' } });
try {
  const tokens = [];
  while (tokens.length < teams) tokens.push((await addTenant(server.url)).client);
  const isWithin = report(
    'Waybill',
    await measure('events/sender', async (url) => {
      for (const [team, token] of tokens.entries())
        for (const path of paths[team])
          await call(server.url, 'POST', '/v1/webhook-endpoints', {
            token,
            body: { url: url + path, events: ['order.created'] },
          });
      return { ...turns, urls: [server.url], tokens };
    }),
  );
  process.exitCode = isWithin ? 0 : 1;
} finally {
  await server.stop();
}

/** @param work what the sender is told, of the receiver at this URL */
async function measure(program, work) {
  const [receiver, sender] = ['webhooks/receiver', program].map((name) =>
    fork(new URL(`./${name}.mjs`, import.meta.url)),
  );
  try {
    receiver.send({ hanging });
    const [url] = await once(receiver, 'message');
    sender.send(await work(url));
    const [{ made, failures }] = await once(sender, 'message');
    const sent = made.reduce((sum, count) => sum + count * perTeam, 0);
    const wanted = sent - made[0];
    receiver.send({ wanted });
    const [seen] = await once(receiver, 'message');
    return { ...seen, wanted, failures };
  } finally {
    for (const child of [receiver, sender]) child.kill();
  }
}

/** @returns whether all came, within the bar */
function report(what, { p50, p95, p99, slowest, coldP95, count, wanted, failures }) {
  console.log(
    `${what.padEnd(12)} p50 ${p50} ms, p95 ${p95} ms (bar ${barMilliseconds}), p99 ${p99} ms, slowest ${slowest} ms; ` +
      `p95 of the first 3 s, which do not count, ${coldP95} ms; ${count} of ${wanted} came, calls failed: ${JSON.stringify(failures)}`,
  );
  return count === wanted && p95 <= barMilliseconds && Object.keys(failures).length === 0;
}
