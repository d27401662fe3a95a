/** The files of the checkout as the run sees them. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project-node.mjs';

const wiring = /\.(spec|dto|module|entity|controller|d)\.ts$/;

export const read = (file) => readFileSync(join(root, file), 'utf8');

/** @throws Error for a pattern that matches no file: after a rename, nothing may be left out silently */
export function expand(patterns, keep = () => true) {
  const found = patterns.flatMap((pattern) => {
    const files = globSync(pattern, { cwd: root }).filter(keep).sort();
    if (files.length === 0) throw new Error(`No file fits ${pattern}: mend it in tools/mutate/targets.mjs.`);
    return files;
  });
  return [...new Set(found)];
}

export const sourcesOf = (patterns) => expand(patterns, (file) => !wiring.test(file));

/** Every file of the checkout, committed or not, except ignored ones. */
export function checkedOut() {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\0').filter((file) => file && globSync(file, { cwd: root }).length > 0);
}

/** Identifies a state of the sources and tests. */
export function digest() {
  const hash = createHash('sha256');
  for (const file of checkedOut()
    .filter((name) => /^(src|sdk|test|migrations|jest\.config\.js)/.test(name))
    .sort())
    hash.update(`${file}\0`).update(read(file));
  return hash.digest('hex').slice(0, 16);
}
