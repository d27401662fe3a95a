/**
 * Measures this checkout of Waybill beside another one, in turns: requests a second by sixteen connections, and a
 * spreadsheet of orders. Both are filled and asked by HTTP alone, so that they may differ in all that is not the API.
 *
 *   npm run bench:compare -- FOLDER     (of the other one, built; ROUNDS, SECONDS and ROWS change the measure)
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { explain, howMany } from './support/arguments.mjs';
import { bareCopy } from './support/floors.mjs';
import { requestOf, startFilledServer } from './support/filled-server.mjs';
import { orderTargets } from './support/requests.mjs';
import { addTenant, importFile } from './support/server.mjs';
import { writeOrders } from './support/spreadsheet.mjs';
import { median, throughput } from './support/stage.mjs';

const [other] = process.argv.slice(2);
if (!other || !existsSync(join(resolve(other), 'dist/main.js'))) {
  explain(other ? `There is no dist/main.js in ${other}; build it there` : 'No folder is named');
  process.exit();
}
const rounds = howMany(process.env.ROUNDS, 5);
const seconds = howMany(process.env.SECONDS, 4);
const rows = howMany(process.env.ROWS, 100_000);

const files = await mkdtemp(join(tmpdir(), 'waybill-bench-file-'));
const large = join(files, 'large.csv');
await writeOrders(large, rows);
const sides = {};
try {
  sides.other = await startFilledServer({ folder: resolve(other) });
  sides.this = await startFilledServer();
  const found = {};
  for (const what of Object.keys(orderTargets()))
    found[what] = await inTurns((side) => throughput({ ...requestOf(side, what), seconds }));
  found[`rows of ${rows.toLocaleString('en')} by a file`] = await inTurns(importRate);
  const floor = rows / ((await bareCopy(large, sides.this.server.databaseUrl, sides.this.tenant)) / 1_000);
  console.table(found);
  console.log(`papaparse and COPY into the same table: ${floor.toFixed(0)} rows/s`);
} finally {
  for (const { server } of Object.values(sides)) await server.stop();
  await rm(files, { recursive: true });
}

/** Medians a second of both, and how many times the other's this one's is: the median of the pairs'. */
async function inTurns(rateOf) {
  const pairs = [];
  for (let round = 0; round <= rounds; round++) {
    const pair = [await rateOf(sides.other), await rateOf(sides.this)];
    if (round > 0) pairs.push(pair);
  }
  const [theirs, ours] = [0, 1].map((side) => Math.round(median(pairs.map((pair) => pair[side]))));
  const ratio = median(pairs.map(([before, after]) => after / before));
  return { other: theirs, this: ours, ratio: `${ratio.toFixed(2)} ×` };
}

/** Rows a second from the upload to the last one committed, of a client of its own. */
async function importRate({ server }) {
  const { client } = await addTenant(server.url);
  const begun = performance.now();
  await importFile(server.url, client, large);
  return (rows * 1_000) / (performance.now() - begun);
}
