/** The report: a table, and every survivor with its reason. */
import { entryFor } from './known.mjs';

const enough = 0.9;
const caught = ['failed', 'hung'];

export const describe = ({ file, line, operator, change, name }) =>
  `${file}:${line} ${name ?? `${operator}: ${change}`}`;

/** Prints the report of a run. @returns what has to be fixed */
export function summarise(mutants, results, knownAs) {
  const rows = [...Map.groupBy(mutants, ({ target }) => target)].map(([target, some]) => [
    target,
    ...counts(some, results),
  ]);
  print([
    ['target', 'mutants', 'caught', 'of these hung', 'survived'],
    ...rows,
    ['all', ...counts(mutants, results)],
  ]);
  const survivors = mutants.filter((mutant) => results.of(mutant).outcome === 'passed');
  const problems = [];
  for (const mutant of survivors) {
    const reason = knownAs(mutant)?.reason;
    console.log(`\nsurvived: ${describe(mutant)}\n  ${reason ?? 'no reason known'}`);
    if (!reason)
      problems.push(
        `Write a test that catches it, or its reason into tools/mutate/survivors.json: ${entryFor(mutant)}`,
      );
  }
  for (const mutant of mutants.filter((one) => results.of(one).outcome === 'undecided'))
    problems.push(`The tests did not decide about ${describe(mutant)}: ${results.of(mutant).by.trim()}`);
  for (const mutant of mutants.filter((one) => knownAs(one) && caught.includes(results.of(one).outcome)))
    problems.push(`survivors.json has a reason for ${describe(mutant)}, which is caught now: remove it.`);
  const share =
    mutants.filter((mutant) => caught.includes(results.of(mutant).outcome)).length / mutants.length;
  if (mutants.length > 0) console.log(`\n${(share * 100).toFixed(1)} % of ${mutants.length} mutants caught`);
  if (share < enough) problems.push(`Fewer than ${enough * 100} % are caught.`);
  return problems;
}

function counts(mutants, results) {
  const of = (...outcomes) =>
    mutants.filter((mutant) => outcomes.includes(results.of(mutant).outcome)).length;
  return [mutants.length, of(...caught), of('hung'), of('passed')];
}

function print(rows) {
  console.log('');
  for (const [name, ...numbers] of rows)
    console.log(name.padEnd(20) + numbers.map((value) => String(value).padStart(15)).join(''));
}
