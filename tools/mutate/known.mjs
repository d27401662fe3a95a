/** `survivors.json`: mutants that no test can tell apart (`equivalent`), or that none needs to, each with its reason. */
import { read } from './sources.mjs';

const entries = JSON.parse(read('tools/mutate/survivors.json'));

const fits = (entry, mutant) =>
  entry.file === mutant.file &&
  entry.line === mutant.lineText &&
  entry.change === mutant.change &&
  (entry.nth ?? 1) === mutant.nth;

/** The entry about a mutant, if there is one. */
export const knownAs = (mutant) => entries.find((entry) => fits(entry, mutant));

/** Entries about code that no longer exists. */
export function staleAmong(files, mutants) {
  return entries.filter((entry) => files.has(entry.file) && !mutants.some((mutant) => fits(entry, mutant)));
}

/** Entries about files that belong to no target. */
export const strayAmong = (files) => entries.filter((entry) => !files.has(entry.file));

/** The entry to add to the file for a survivor. */
export function entryFor({ file, lineText, change, nth }) {
  return JSON.stringify({ file, line: lineText, change, ...(nth > 1 && { nth }), reason: '' });
}
