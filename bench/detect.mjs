/**
 * Measures column detection: precision and recall of the applied columns by field, over the real files of
 * test/fixtures/spreadsheets/real and over variations made by a script, and over headers it was not made from.
 * Fails below a precision of 100 %, or below a recall of 95 % but for the last.
 *
 *   npm run bench:detect -- 500
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { howMany } from './support/arguments.mjs';
import { detectSheet, findProfile } from '../build/order-sheets/index.js';
import { readSpreadsheet } from '../build/spreadsheets/index.js';
import { HELD_OUT } from './detect/held-out.mjs';
import { heldOutSheets, variations } from './detect/variations.mjs';

const sheets = howMany(process.argv[2], 500);
const seed = howMany(process.env.SEED, 20_261_128);
const leastRecall = 0.95;
const real = join(import.meta.dirname, '../test/fixtures/spreadsheets/real');

const made = [
  report('real files', await realSheets()),
  report(`${sheets} variations (seed ${seed})`, variations(sheets, seed).map(detected)),
];
const heldOut = report('headers it was not made from', heldOutSheets(HELD_OUT, seed).map(detected));
speed();
const isPrecise = [...made, heldOut].every(({ precision }) => precision === 1);
if (!isPrecise || made.some(({ recall }) => recall < leastRecall)) process.exitCode = 1;

function detected({ columns, rows, language }) {
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells }));
  const found = detectSheet({
    rows: numbered,
    audience: 'client',
    mapping: {},
    taught: {},
    profile: findProfile(rows[0]),
  });
  return {
    name: language,
    wanted: new Map(columns.map(({ header, field }) => [header.trim(), field])),
    found: new Map(found.columns.map(({ header, target }) => [header, nameOf(target)])),
  };
}

async function realSheets() {
  const files = readdirSync(real).filter((name) => ['.csv', '.tsv', '.xlsx'].includes(extname(name)));
  return Promise.all(
    files.map(async (name) => {
      const expected = JSON.parse(
        readFileSync(join(real, `${basename(name, extname(name))}.orders.json`), 'utf8'),
      );
      const found = await likeliest(name, expected.options?.mapping ?? {});
      const wanted = Object.entries(expected.columns).map(([header, target]) => [header, nameOf(target)]);
      const columns = found?.columns ?? [];
      return {
        name,
        wanted: new Map([...columns.map(({ header }) => [header, null]), ...wanted]),
        found: new Map(columns.map(({ header, target }) => [header, nameOf(target)])),
      };
    }),
  );
}

async function likeliest(name, mapping) {
  const path = join(real, name);
  const first = await readSpreadsheet(path, { fileName: name });
  let best = null;
  for (const sheet of first.format === 'xlsx' ? [first.sheet, ...first.otherSheets] : [undefined]) {
    const rows = [];
    for await (const batch of (await readSpreadsheet(path, { fileName: name, sheet })).batches())
      rows.push(...batch);
    const profile = rows.map(({ cells }) => findProfile(cells)).find((known) => known) ?? null;
    const found = detectSheet({ rows, audience: 'dispatcher', mapping, taught: {}, profile });
    if ((found?.score ?? 0) > (best?.score ?? -1)) best = found;
  }
  return best;
}

function nameOf(target) {
  if (typeof target === 'string' || !target) return target;
  return target.field ?? `split: ${target.split}`;
}

/** Counts columns: applied rightly, applied wrongly, not applied. */
function report(title, results) {
  const fields = new Map();
  const of = (field) => fields.get(field) ?? fields.set(field, { right: 0, wrong: 0, missed: 0 }).get(field);
  const slips = [];
  for (const { name, wanted, found } of results) {
    for (const [header, field] of wanted) {
      const taken = found.get(header) ?? null;
      if (taken === field && field) of(field).right += 1;
      if (taken !== field && taken) of(taken).wrong += 1;
      if (taken !== field && field) of(field).missed += 1;
      if (taken !== field)
        slips.push(`  ${name}: "${header}" is ${field ?? 'nothing'}, was ${taken ?? 'not used'}`);
    }
  }
  const sum = (key) => [...fields.values()].reduce((total, counts) => total + counts[key], 0);
  const all = { right: sum('right'), wrong: sum('wrong'), missed: sum('missed') };
  console.log(`\n${title}: ${results.length} sheets, ${all.right + all.missed} columns to be used`);
  for (const [field, counts] of [...[...fields].sort(), ['all', all]]) {
    const { precision, recall } = ratesOf(counts);
    console.log(
      `  ${field.padEnd(26)} precision ${percent(precision)}  recall ${percent(recall)}  of ${counts.right + counts.missed}`,
    );
  }
  for (const slip of new Set(slips)) console.log(slip);
  return ratesOf(all);
}

function ratesOf({ right, wrong, missed }) {
  return { precision: right / (right + wrong || 1), recall: right / (right + missed || 1) };
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`.padStart(8);
}

function speed() {
  const wide = variations(8, 1).map(({ rows }) => rows);
  const cells = Array.from({ length: 1_001 }, (_, row) =>
    wide.flatMap((rows) => rows[row === 0 ? 0 : 1 + (row % 12)]).slice(0, 60),
  );
  const rows = cells.map((line, index) => ({ number: index + 1, cells: line }));
  const times = Array.from({ length: 9 }, () => {
    const begun = performance.now();
    detectSheet({ rows, audience: 'client', mapping: {}, taught: {} });
    return performance.now() - begun;
  }).sort((left, right) => left - right);
  console.log(
    `\n1,000 rows of ${cells[0].length} columns: ${times[4].toFixed(0)} ms (first ${times[8].toFixed(0)} ms)`,
  );
}
