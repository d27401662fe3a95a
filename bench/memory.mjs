/**
 * Whether the memory of a server under steady load settles: 200 requests a second of the usual kinds for some
 * minutes, a line for each minute, and whether the last third of them still grows.
 *
 *   npm run bench:memory -- 15
 */
import { setTimeout as delay } from 'node:timers/promises';
import { startLoad } from './support/mixed-load.mjs';
import { addTenant, memoryOf, MiB, startServer } from './support/server.mjs';

const minutes = Number(process.argv[2] ?? 15);
const rate = Number(process.env.RATE ?? 200);
/** What memory may grow by in a minute of the last third, as a share of it, to count as flat: the collector is noisy. */
const flat = 0.005;

const server = await startServer({
  probe: 'bench/support/memory-probe.mjs',
  env: { ACCESS_TOKEN_MINUTES: '1440' },
});
try {
  const load = await startLoad(server.url, await addTenant(server.url), rate);
  const lines = [];
  print(
    'minute',
    'requests',
    'failed',
    'RSS',
    'heap least',
    'heap total',
    'old space',
    'external',
    'buffers',
  );
  for (let minute = 1; minute <= minutes; minute += 1) {
    lines.push(await watch(minute, load));
  }
  await load.stop();
  const rest = await settle();
  print(
    'collected',
    '',
    '',
    rest.rss,
    rest.heapUsed,
    rest.heapTotal,
    rest.oldSpace,
    rest.external,
    rest.arrayBuffers,
  );

  const last = lines.slice(-Math.ceil(lines.length / 3));
  const growth = slope(last.map(({ rss }) => rss));
  const isFlat = growth < flat * last[0].rss;
  console.log(
    `last third: RSS ${growth.toFixed(2)} MiB a minute: ${isFlat ? 'it has settled' : 'it still grows'}`,
  );
  if (!isFlat) process.exitCode = 1;
} finally {
  await server.stop();
}

/** A minute's samples: the mean of what is resident, the least of the heap (what lives), the most of the rest. */
async function watch(minute, load) {
  const samples = [];
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    await delay(2_000);
    samples.push({ rss: memoryOf(server.pid).now, ...(await server.ask('look')) });
  }
  const of = (name) => samples.map((sample) => sample[name]);
  const most = (name) => Math.max(...of(name)) / MiB;
  const line = {
    rss: of('rss').reduce((sum, value) => sum + value, 0) / samples.length / MiB,
    heapUsed: Math.min(...of('heapUsed')) / MiB,
  };
  const { sent, failed } = load.counts();
  print(
    minute,
    sent,
    failed,
    line.rss,
    line.heapUsed,
    most('heapTotal'),
    most('oldSpace'),
    most('external'),
    most('arrayBuffers'),
  );
  return line;
}

/** What is left once all garbage is gone. */
async function settle() {
  await delay(2_000);
  await server.ask('collect');
  const left = await server.ask('collect');
  const entries = Object.entries({ rss: memoryOf(server.pid).now, ...left });
  return Object.fromEntries(entries.map(([name, bytes]) => [name, bytes / MiB]));
}

/** By how much each value is larger than the one before: the median over all pairs, so that no single one decides. */
function slope(values) {
  const slopes = values.flatMap((value, n) =>
    values.slice(n + 1).map((later, more) => (later - value) / (more + 1)),
  );
  slopes.sort((a, b) => a - b);
  return slopes.length === 0 ? 0 : slopes[slopes.length >> 1];
}

function print(...cells) {
  const text = (cell) =>
    typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(1) : String(cell);
  console.log(cells.map((cell) => text(cell).padStart(10)).join(' '));
}
