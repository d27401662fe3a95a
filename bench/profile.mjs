/**
 * Shows what the server does while it answers one kind of request, and while it imports: the functions that take the
 * most processor time of their own, and the most with all that they call.
 *
 *   npm run bench:profile             (list, get, create, keyed, import)
 *   npm run bench:profile -- list
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chosen } from './support/arguments.mjs';
import { profilesIn } from './support/profiles.mjs';
import { fillOrders, orderRequests } from './support/requests.mjs';
import { importFile } from './support/server.mjs';
import { writeOrders } from './support/spreadsheet.mjs';
import { addTenant, openStage, throughput } from './support/stage.mjs';

const wanted = process.argv[2] ?? '';
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
  const stage = await openStage();
  let window;
  try {
    // Not the bundle: frames are told by their files.
    const url = await stage.serve('build/main.js', {
      NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}`,
      ACCESS_TOKEN_MINUTES: '1440',
    });
    window = await work(stage, url, folder);
  } finally {
    // Stopped, it writes its profiles.
    await stage.close();
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
  return async (stage, url) => {
    const tenant = await addTenant(stage, url, 2);
    await fillOrders(stage, tenant);
    const { path, ...target } = (await orderRequests(stage, tenant))[name];
    await throughput({ ...target, url: url + path, seconds: 3 });
    const from = micros();
    const rate = await throughput({ ...target, url: url + path, seconds });
    return { from, to: micros(), count: rate * seconds, unit: 'request' };
  };
}

/** Imports a file after a small one. */
async function importing(stage, url, folder) {
  const { accessToken: token } = await addTenant(stage, url);
  const upload = async (count) => {
    const path = join(folder, `${count}.csv`);
    await writeOrders(path, count);
    await importFile(url, token, path);
  };
  await upload(1_000);
  await delay(2_000);
  const from = micros();
  await upload(rows);
  return { from, to: micros(), count: rows, unit: 'row' };
}

/** Microseconds of the clock that profiles go by. */
function micros() {
  return Number(process.hrtime.bigint() / 1_000n);
}
