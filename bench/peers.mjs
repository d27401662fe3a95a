/**
 * Measures Waybill beside Platformatic DB and Directus, each with the same 10,000 orders of one client in a database of
 * the same PostgreSQL, in turns: a list of 50, one order by its id, a new order (16 connections), and a file of 20,000
 * orders. Each checks a signed token, and Waybill and Platformatic DB give its caller one client's orders alone. The
 * peers are installed elsewhere, each in a folder of its own; one without a folder is left out.
 *
 *   PLATFORMATIC_DIR=… DIRECTUS_DIR=… npm run bench:peers   (ROUNDS, SECONDS and ROWS change the measure)
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { howMany } from './support/arguments.mjs';
import * as directus from './support/peers/directus.mjs';
import * as platformatic from './support/peers/platformatic.mjs';
import { stranger } from './support/peers/table.mjs';
import * as waybill from './support/peers/waybill.mjs';
import { templateColumns, writeOrders } from './support/spreadsheet.mjs';
import { asOwner, median, openStage, throughput } from './support/stage.mjs';

const rounds = howMany(process.env.ROUNDS, 3);
const seconds = howMany(process.env.SECONDS, 4);
const rows = howMany(process.env.ROWS, 20_000);
const peers = [platformatic, directus].filter(({ name, variable, program, install }) => {
  if (process.env[variable] && existsSync(resolve(process.env[variable], program))) return true;
  console.log(`Without ${name}: in an empty folder run \`${install}\`, and set ${variable} to that folder.`);
  return false;
});
if (peers.length === 0) process.exit(1);

const stage = await openStage();
try {
  const ours = await waybill.start(stage);
  const sides = [{ name: waybill.name, ...ours }];
  for (const { name, variable, start } of peers)
    sides.push({ name, ...(await start(stage, resolve(process.env[variable]), ours)) });
  for (const side of sides) await checkAnswers(side);
  printRow(
    '',
    sides.map(({ name }) => name),
  );
  for (const [what, request] of [
    ['list of 50', 'list'],
    ['one by its id', 'get'],
    ['a new one', 'create'],
  ])
    await measure(`${what}, requests/s`, sides, (side, warming) => rateOf(side, request, warming));
  const takers = sides.map((side) => (side.importFile ? side : undefined));
  const file = await writeFiles();
  if (takers.filter(Boolean).length > 1)
    await measure(`${rows.toLocaleString('en')} from a file, rows/s`, takers, (side, warming) =>
      importRate(side, file[warming ? 'small' : 'large']),
    );
} finally {
  await stage.close();
}

/** The same good orders with the names of the template and with those of the table. */
async function writeFiles() {
  const files = {};
  for (const [size, count] of [
    ['small', 500],
    ['large', rows],
  ]) {
    const [waybill, peer] = ['waybill', 'peer'].map((whose) => join(stage.dataDir, `${size}-${whose}.csv`));
    await writeOrders(waybill, count, { badEvery: Infinity });
    await writeOrders(peer, count, { badEvery: Infinity, names: templateColumns });
    files[size] = { waybill, peer, count };
  }
  return files;
}

/** All must give the same orders and make new ones, or they are not beside each other. */
async function checkAnswers({ name, url, requests }) {
  const answers = {};
  for (const [request, { path, method, headers, body }] of Object.entries(requests)) {
    const response = await fetch(url + path, { method, headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} answers ${path} with ${response.status}: ${text}`);
    answers[request] = JSON.parse(text);
  }
  const { list, get, create } = answers;
  const items = list.items ?? list.data ?? list;
  const [order, made] = [get, create].map((answer) => answer.data ?? answer);
  if (
    items.length !== 50 ||
    !requests.get.path.endsWith(order.id) ||
    !made.id ||
    JSON.stringify(list).includes(stranger)
  )
    throw new Error(`${name} answers otherwise: ${JSON.stringify(answers).slice(0, 1_000)}`);
}

async function rateOf({ url, requests }, request, warming) {
  const { path, ...target } = requests[request];
  return throughput({ ...target, url: url + path, seconds: warming ? 2 : seconds });
}

/** Rows a second from the upload to the last one committed; what was imported is deleted again. */
async function importRate({ name, databaseUrl, importFile }, file) {
  const begun = performance.now();
  await importFile(file);
  const rate = (file.count * 1_000) / (performance.now() - begun);
  const { rowCount } = await asOwner(databaseUrl, `delete from orders where external_id like 'BENCH-%'`);
  if (rowCount !== file.count) throw new Error(`${name} made ${rowCount} of ${file.count} orders`);
  return rate;
}

/** Prints the medians of rounds in turns, and how many times a peer's rate Waybill's is. */
async function measure(what, sides, rate) {
  const measured = sides.map((side) => side && { side, rates: [] });
  for (const { side } of measured.filter(Boolean)) await rate(side, true);
  for (let round = 0; round < rounds; round++)
    for (const { side, rates } of measured.filter(Boolean)) rates.push(await rate(side, false));
  const [ours, ...theirs] = measured.map((one) => one && median(one.rates));
  const told = theirs.map((peer) => (peer ? `${peer.toFixed(0)} (${(ours / peer).toFixed(2)} ×)` : '–'));
  printRow(what, [ours.toFixed(0), ...told]);
}

function printRow(what, cells) {
  console.log([what.padEnd(30), ...cells.map((cell) => cell.padEnd(20))].join(' ').trimEnd());
}
