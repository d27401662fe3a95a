/**
 * Checks whether a server's memory settles under steady load: 200 requests a second of the usual kinds for some
 * minutes. Prints a line for each minute, and whether memory still grows in the last third.
 *
 *   npm run bench:memory -- 15
 */
import { setTimeout as delay } from 'node:timers/promises';
import { howMany } from './support/arguments.mjs';
import { startLoad } from './support/mixed-load.mjs';
import { addTenant, memoryOf, MiB, startServer } from './support/server.mjs';

const minutes = howMany(process.argv[2], 15);
const rate = howMany(process.env.RATE, 200);
/** The growth per minute in the last third, as a share, that counts as flat: garbage collection is noisy. */
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

/** Of a minute's samples: the mean resident memory, the smallest heap (what lives), the maximum of the rest. */
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

/** Memory after a full garbage collection. */
async function settle() {
  await delay(2_000);
  await server.ask('collect');
  const left = await server.ask('collect');
  const entries = Object.entries({ rss: memoryOf(server.pid).now, ...left });
  return Object.fromEntries(entries.map(([name, bytes]) => [name, bytes / MiB]));
}

/** The median growth between all pairs of values (Theil-Sen), which single outliers do not affect. */
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
