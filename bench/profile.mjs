/**
 * Shows what the server does while it answers one kind of request, and while it imports: the functions that take the
 * most processor time of their own, and the most with all that they call.
 *
 *   npm run bench:profile                    (list, get, create, keyed, import)
 *   npm run bench:profile -- list
 *   npm run bench:profile -- list FOLDER     (of another checkout, built)
 *
 * The client has 10,000 orders from a file.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chosen, explain } from './support/arguments.mjs';
import { requestOf, startFilledServer } from './support/filled-server.mjs';
import { profilesIn } from './support/profiles.mjs';
import { addTenant, importFile } from './support/server.mjs';
import { writeOrders } from './support/spreadsheet.mjs';
import { throughput } from './support/stage.mjs';

const [wanted = '', other = join(import.meta.dirname, '..')] = process.argv.slice(2);
// Not the bundle, where there is one: frames are told by their files.
const program = ['build/main.js', 'dist/main.js'].find((path) => existsSync(join(resolve(other), path)));
if (!program) {
  explain(`There is no dist/main.js in ${other}; build it there`);
  process.exit();
}
const seconds = 6;
const rows = 100_000;
const shown = 14;
const works = {
  list: requesting('GET /v1/orders?limit=50'),
  get: requesting('GET /v1/orders/{id}'),
  create: requesting('POST /v1/orders'),
  keyed: requesting('POST with an Idempotency-Key'),
  import: importing,
};

for (const [name, work] of chosen(wanted, works)) {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-profile-'));
  const filled = await startFilledServer({
    folder: resolve(other),
    program,
    env: { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` },
  });
  let window;
  try {
    window = await work(filled, folder);
  } finally {
    // Stopped, it writes its profiles.
    await filled.server.stop();
  }
  for (const { busy, self, whole } of await profilesIn(folder, window)) {
    const each = (micros) => `${(micros / window.count).toFixed(1).padStart(7)} µs`;
    const told = (frames) => frames.slice(0, shown).map(({ frame, micros }) => `  ${each(micros)}  ${frame}`);
    console.log(
      `\n${name}: ${each(busy).trim()} of processor time by ${window.unit} in one thread, of this by itself`,
    );
    console.log(told(self).join('\n'));
    console.log(`${name}: with all that it calls`);
    console.log(told(whole).join('\n'));
  }
  await rm(folder, { recursive: true });
}

/** Sends one kind of request for some seconds. */
function requesting(name) {
  return async (filled) => {
    const target = requestOf(filled, name);
    await throughput({ ...target, seconds: 3 });
    const from = micros();
    const rate = await throughput({ ...target, seconds });
    return { from, to: micros(), count: rate * seconds, unit: 'request' };
  };
}

/** Imports a file for a client that has nothing yet. */
async function importing({ server }, folder) {
  const { client } = await addTenant(server.url);
  const path = join(folder, 'orders.csv');
  await writeOrders(path, rows);
  await delay(2_000);
  const from = micros();
  await importFile(server.url, client, path);
  return { from, to: micros(), count: rows, unit: 'row' };
}

/** Microseconds of the clock that profiles go by. */
function micros() {
  return Number(process.hrtime.bigint() / 1_000n);
}
