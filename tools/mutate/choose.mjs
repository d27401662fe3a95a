/** Chooses the mutants of a run: the same ones for the same seed, even when other code changes. */
import { createHash } from 'node:crypto';
import { knownAs } from './known.mjs';
import { mistakes } from './mistakes.mjs';
import { mutationsOf } from './operators.mjs';
import { expand, read, sourcesOf } from './sources.mjs';

const short = (text) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};

/** All mutants of a file, in the order of its text. */
function mutantsOf(file, mutations = mutationsOf(file, read(file))) {
  const text = read(file);
  const seen = new Map();
  return mutations.map(({ operator, start, length, replacement }) => {
    const before = text.slice(0, start).split('\n');
    const original = text.slice(start, start + length);
    const lineText = short(text.split('\n')[before.length - 1]);
    const change = `${short(original)} → ${short(replacement) || '(nothing)'}`;
    const same = `${file}|${lineText}|${change}`;
    const nth = (seen.get(same) ?? 0) + 1;
    seen.set(same, nth);
    const mutated = text.slice(0, start) + replacement + text.slice(start + length);
    return { id: `${same}|${nth}`, file, line: before.length, lineText, change, nth, operator, mutated };
  });
}

/** Every mutant of a target that could be tried. */
export const candidatesOf = ({ files }) => sourcesOf(files).flatMap((file) => mutantsOf(file));

/** Picks `count` of them, the operators taking turns, so that no kind of mutant dominates. */
export function choose({ count }, candidates, seed, compiler) {
  const rank = ({ id }) => createHash('sha256').update(`${seed}|${id}`).digest('hex');
  const ranked = candidates
    .filter((mutant) => !knownAs(mutant)?.equivalent)
    .map((mutant) => ({ ...mutant, rank: rank(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const queues = [...Map.groupBy(ranked, ({ operator }) => operator).values()];
  const chosen = [];
  while (chosen.length < count && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const next = chosen.length < count && nextThatCompiles(queue, compiler);
      if (next) chosen.push(next);
    }
  }
  return chosen;
}

function nextThatCompiles(queue, compiler) {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift())
    if (compiler.accepts(mutant.file, mutant.mutated)) return mutant;
  return undefined;
}

/** The mistakes listed by hand; the text of each must occur exactly once. */
export function writtenMistakes() {
  return mistakes.map(({ name, file, find, replace, tests }) => {
    const text = read(file);
    const start = text.indexOf(find);
    if (start < 0 || text.includes(find, start + 1))
      throw new Error(`“${name}” stands no longer once in ${file}: mend it in tools/mutate/mistakes.mjs.`);
    const [mutant] = mutantsOf(file, [
      { operator: 'mistake', start, length: find.length, replacement: replace },
    ]);
    return { ...mutant, name, tests: expand(tests) };
  });
}
