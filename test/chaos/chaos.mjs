/**
 * Breaks what Waybill stands on while callers are at work, and tells what they saw: `npm run chaos`, minutes.
 * `-- --only sigterm,redis` plays some scenarios, `--seed 7` repeats a run's chances, `--keep` leaves logs and data
 * of scenarios with findings, `--rate 50` lets the client of the fleet submit fewer orders a second than 200. Needs Linux;
 * some scenarios need root or redis-server and say so.
 */
import { parseArgs } from 'node:util';
import { Fleet } from './support/fleet/fleet.mjs';
import { Random } from './support/random.mjs';
import { findingsOf, tables } from './support/report.mjs';
import { World } from './support/world.mjs';
import { scenarios } from './scenarios/index.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    rate: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
  },
});
const only = options.only.flatMap((names) => names.split(','));
const unknown = only.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
  console.error(
    `No such scenario: ${unknown.join(', ')}. There are ${scenarios.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = scenarios.filter(({ name }) => only.length === 0 || only.includes(name));
const random = new Random(Number(options.seed));
console.log(`seed ${options.seed}`);

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    interrupted = true;
    void Promise.resolve(World.latest?.close()).finally(() => process.exit(1));
  });

const results = [];
for (const scenario of chosen) {
  results.push(await play(scenario));
  // The one that was interrupted is being cleared away; the process leaves when that is done.
  if (interrupted) await new Promise(() => undefined);
}

const skipped = results.filter(({ reason }) => reason);
const findings = results.filter(({ world }) => world).flatMap(findingsOf);
console.log(`\n${tables(results)}\n`);
for (const { scenario, reason } of skipped) console.log(`not run: ${scenario.title}: ${reason}`);
console.log(findings.length > 0 ? ['findings', ...findings].join('\n') : 'no findings');
process.exit(findings.length > 0 ? 1 : 0);

async function play(scenario) {
  const reason = await scenario.missing?.();
  if (reason) return { scenario, reason };
  const since = performance.now();
  const kind = scenario.isFleet ? Fleet : World;
  const world = await kind.open(scenario, random.fork(scenario.name), { rate: Number(options.rate) });
  try {
    await world.play(scenario);
  } catch (error) {
    world.ledger.finding('the scenario broke off', error.stack);
  }
  for (const end of world.unasked) world.ledger.finding('the process ended', `with ${end}`);
  const keep = options.keep && world.ledger.findings.size > 0;
  await world.close({ keep });
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  const kinds = world.ledger.findings.size;
  console.log(`${kinds === 0 ? '✓' : '✗'} ${scenario.title} (${scenario.name}, ${seconds} s)`);
  for (const line of findingsOf({ scenario, world })) console.log(line);
  if (keep) console.log(`  kept ${world.folder}`);
  return { scenario, world };
}
