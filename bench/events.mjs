/**
 * Measures how long events take from their transaction to those who listen: half of the streams in one team, the others
 * in 25, while orders are made by calls at a steady rate. Once with one server process, once with two.
 *
 *   npm run bench:events -- 500 100 20     streams, events a second, seconds
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { addTenant, cpuOf, startServer } from './support/server.mjs';

const [streams, rate, seconds] = [500, 100, 20].map((usual, n) => Number(process.argv[n + 2] ?? usual));
const barMilliseconds = 250;
const teams = 25;
/** Streams open before events are sent, so that none of what is measured is their beginning. */
const settleMilliseconds = 1_000;

const worst = [];
for (const processes of [1, 2]) worst.push(await measure(processes));
process.exitCode = Math.max(...worst) <= barMilliseconds ? 0 : 1;

async function measure(processes) {
  const server = await startServer({ env: { ACCESS_TOKEN_MINUTES: '60' } });
  const helpers = [];
  const helper = (name) => {
    const child = fork(new URL(`./events/${name}.mjs`, import.meta.url));
    helpers.push(child);
    return child;
  };
  try {
    const urls = [server.url];
    while (urls.length < processes) urls.push(await server.addProcess());
    const crowd = await addTenant(server.url);
    const others = [];
    while (others.length < teams) others.push(await addTenant(server.url));
    const tokens = [crowd, ...others].map(({ client }) => client);
    const tokenOf = (n) => (n % 2 === 0 ? tokens[0] : tokens[1 + ((n >> 1) % teams)]);

    const listener = helper('listener');
    listener.send(
      Array.from({ length: streams }, (_, n) => ({ url: urls[n % urls.length], token: tokenOf(n) })),
    );
    await once(listener, 'message');
    await delay(settleMilliseconds);

    const sender = helper('sender');
    const begun = cpuOf(server.pid);
    sender.send({ urls, rate, seconds, tokens: Array.from({ length: teams * 2 }, (_, n) => tokenOf(n)) });
    const [{ made, failed }] = await once(sender, 'message');
    await delay(settleMilliseconds);
    listener.send('tell');
    const [seen] = await once(listener, 'message');

    const wanted = made.reduce((sum, count, n) => sum + count * listenersOf(tokenOf(n), tokenOf), 0);
    const cpu = ((cpuOf(server.pid) - begun) / seconds) * 100;
    console.log(
      `${processes} ${processes === 1 ? 'process' : 'processes'}, ${streams} streams, ${rate} events/s for ${seconds} s: ` +
        `p50 ${seen.p50} ms, p99 ${seen.p99} ms, slowest ${seen.slowest} ms from transaction to seen; ` +
        `${seen.count} of ${wanted} came, ${seen.ended} streams ended, ${failed} calls failed; ` +
        `first process ${cpu.toFixed(0)} % of a core`,
    );
    return seen.count === wanted && failed === 0 ? seen.p99 : Infinity;
  } finally {
    for (const child of helpers) child.kill();
    await server.stop();
  }
}

function listenersOf(token, tokenOf) {
  return Array.from({ length: streams }, (_, n) => tokenOf(n)).filter((other) => other === token).length;
}
