/**
 * Measures how long events take from their transaction to those who listen: half of the streams in one team, the others
 * in 25, while orders are made by calls at a steady rate. Once with one server process, once with two, and before, as
 * the floor, with a bare Node server that writes the same to the same streams.
 *
 *   npm run bench:events -- 500 100 20     streams, events a second, seconds
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { howMany } from './support/arguments.mjs';
import { addTenant, startServer } from './support/server.mjs';

const [streams, rate, seconds] = [500, 100, 20].map((usual, n) => howMany(process.argv[n + 2], usual));
const barMilliseconds = 250;
const teams = 25;
/** Streams open before events are sent, so that none of what is measured is their beginning. */
const settleMilliseconds = 1_000;

console.log(`${streams} streams, ${rate} events/s for ${seconds} s; from transaction to seen:`);
const floor = fork(new URL('./events/bare.mjs', import.meta.url));
const [bareUrl] = await once(floor, 'message');
const nobodies = Array.from({ length: teams + 1 }, (_, n) => `nobody-${n}`);
report('bare Node server', await measure([bareUrl], nobodies));
floor.kill();

const server = await startServer({
  env: { ACCESS_TOKEN_MINUTES: '60', EVENT_STREAMS_PER_CALLER: String(streams) },
});
try {
  const tokens = [];
  while (tokens.length <= teams) tokens.push((await addTenant(server.url)).client);
  const urls = [server.url];
  const alone = report('one process', await measure(urls, tokens));
  urls.push(await server.addProcess());
  const together = report('two processes', await measure(urls, tokens));
  process.exitCode = alone && together ? 0 : 1;
} finally {
  await server.stop();
}

/** Half of all is the first team's. */
async function measure(urls, tokens) {
  const tokenOf = (n) => (n % 2 === 0 ? tokens[0] : tokens[1 + ((n >> 1) % teams)]);
  const readers = Array.from({ length: streams }, (_, n) => ({
    url: urls[n % urls.length],
    token: tokenOf(n),
  }));
  const [listener, sender] = ['listener', 'sender'].map((name) =>
    fork(new URL(`./events/${name}.mjs`, import.meta.url)),
  );
  try {
    listener.send(readers);
    await once(listener, 'message');
    await delay(settleMilliseconds);
    const turns = Array.from({ length: teams * 2 }, (_, n) => tokenOf(n));
    sender.send({ urls, rate, seconds, tokens: turns });
    const [{ made, failures }] = await once(sender, 'message');
    await delay(settleMilliseconds);
    listener.send('tell');
    const [seen] = await once(listener, 'message');
    const readersOf = (token) => readers.filter((reader) => reader.token === token).length;
    const wanted = made.reduce((sum, count, n) => sum + count * readersOf(turns[n]), 0);
    return { ...seen, wanted, failures };
  } finally {
    for (const child of [listener, sender]) child.kill();
  }
}

/** @returns whether all came, within the bar */
function report(what, { p50, p99, slowest, count, wanted, ended, failures }) {
  console.log(
    `${what.padEnd(17)} p50 ${p50} ms, p99 ${p99} ms, slowest ${slowest} ms; ${count} of ${wanted} came, ` +
      `${ended} streams ended, calls failed: ${JSON.stringify(failures)}`,
  );
  return count === wanted && p99 <= barMilliseconds && Object.keys(failures).length === 0;
}
