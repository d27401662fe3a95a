/**
 * Makes small mistakes in copies of the sources, one at a time, and reports those that no test catches.
 *
 *   npm run mutate -- [--only TARGET,…] [--list] [--seed N] [--lanes N] [--resume] [--survivors]
 *
 * `--resume` continues an interrupted run, `--survivors` tries only the survivors of the last one.
 * Fails below 90 % caught, for a survivor without a reason in tools/mutate/survivors.json, and for a stale reason.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { candidatesOf, choose, writtenMistakes } from './mutate/choose.mjs';
import { Compiler } from './mutate/compiles.mjs';
import { knownAs, staleAmong, strayAmong } from './mutate/known.mjs';
import { Lane } from './mutate/lane.mjs';
import { Results } from './mutate/results.mjs';
import { describe, summarise } from './mutate/report.mjs';
import { digest, expand, sourcesOf } from './mutate/sources.mjs';
import { targets } from './mutate/targets.mjs';
import { root } from './project-node.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: [...Object.keys(targets), 'mistakes'].join(',') },
    list: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    resume: { type: 'boolean', default: false },
    survivors: { type: 'boolean', default: false },
  },
});
const only = options.only.split(',');
const unknown = only.filter((name) => !(name in targets) && name !== 'mistakes');
if (unknown.length > 0) {
  console.error(
    `No such target: ${unknown.join(', ')}. There are ${Object.keys(targets).join(', ')}, mistakes.`,
  );
  process.exit(2);
}

const compiler = new Compiler(root);
const problems = [];

/** The mutants of this run by target, each with the tests that should catch it. */
function plan() {
  const chosen = only.includes('mistakes')
    ? writtenMistakes().map((mutant) => ({ ...mutant, target: 'mistakes' }))
    : [];
  for (const [name, target] of Object.entries(targets).filter(([key]) => only.includes(key))) {
    const candidates = candidatesOf(target);
    const files = new Set(sourcesOf(target.files));
    for (const entry of staleAmong(files, candidates))
      problems.push(
        `survivors.json tells of ${entry.file} “${entry.change}”, which is no longer there: remove it.`,
      );
    const tests = expand(target.tests);
    chosen.push(
      ...choose(target, candidates, options.seed, compiler).map((mutant) => ({
        ...mutant,
        target: name,
        tests,
      })),
    );
  }
  const all = new Set(Object.values(targets).flatMap(({ files }) => sourcesOf(files)));
  for (const { file } of strayAmong(all))
    problems.push(`survivors.json tells of ${file}, which no target has.`);
  return chosen;
}

/** Checks that the tests pass without a mutant, and measures how long they may take with one. */
async function timeouts(lane, mutants) {
  const allowed = new Map();
  for (const tests of new Map(mutants.map((mutant) => [mutant.tests.join(), mutant.tests])).values()) {
    const { outcome, by, milliseconds } = await lane.run(tests, 900_000);
    if (outcome !== 'passed') {
      problems.push(`Without any mutant the tests do not pass, so nothing was tried: ${by ?? 'they hang'}`);
      continue;
    }
    console.log(`  ${(milliseconds / 1000).toFixed(0).padStart(4)} s without a mutant  ${tests.join(' ')}`);
    allowed.set(tests.join(), 20_000 + milliseconds * 3);
  }
  return allowed;
}

async function tryAll(mutants, results) {
  // They need the build, which the lines above may still be running in a fresh checkout.
  const { ensureTestPrograms } = await import('../test/support/ensure-program.mjs');
  const { startTestPostgres } = await import('../test/support/test-postgres.mjs');
  ensureTestPrograms();
  const stopPostgres = await startTestPostgres();
  const lanes = Array.from(
    { length: Number(options.lanes) },
    () => new Lane(process.env.TEST_DATABASE_URL, compiler),
  );
  const end = async () => {
    lanes.forEach((lane) => lane.close());
    await stopPostgres();
  };
  process.once('SIGINT', () => void end().finally(() => process.exit(130)));
  try {
    const allowed = await timeouts(lanes[0], mutants);
    const queue = mutants.filter(({ tests }) => allowed.has(tests.join()));
    await Promise.all(
      lanes.map(async (lane) => {
        for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
          const result = await lane.try(mutant, mutant.tests, allowed.get(mutant.tests.join()));
          results.keep(mutant, result);
          const seconds = (result.milliseconds / 1000).toFixed(0).padStart(3);
          console.log(
            `${result.outcome === 'passed' ? '✗' : '✓'} ${seconds} s ${describe(mutant)}  ${result.by ?? result.outcome}`,
          );
        }
      }),
    );
  } finally {
    await end();
  }
}

const mutants = plan();
if (options.list) {
  mutants.forEach((mutant) => console.log(`${mutant.target}: ${describe(mutant)}`));
  console.log(`${mutants.length} mutants`);
} else {
  const results = new Results(digest(), options);
  const open = mutants.filter((mutant) => results.isOpen(mutant));
  console.log(`${mutants.length} mutants, ${open.length} to try`);
  if (open.length > 0) await tryAll(open, results);
  problems.push(
    ...summarise(
      mutants.filter((mutant) => results.of(mutant)),
      results,
      knownAs,
    ),
  );
}
problems.forEach((line) => console.error(line));
process.exitCode = problems.length > 0 ? 1 : 0;
