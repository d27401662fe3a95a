/**
 * Compares the document with that of the last release. What breaks programs needs a reason in
 * `openapi/breaking-changes.json`; `--release` makes today's document the released one and empties that list.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project-node.mjs';
import { breakingChanges } from './breaking-changes.mjs';
import { held } from './exceptions.mjs';

/** A change may be written with `*` for the operations that share it. */
function patternOf({ change }) {
  const parts = change.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

const file = (name) => join(root, 'openapi', name);
const read = (name) => JSON.parse(readFileSync(file(name), 'utf8'));

if (process.argv.includes('--release')) {
  writeFileSync(file('released.json'), `${JSON.stringify(read('openapi.json'))}\n`);
  writeFileSync(file('breaking-changes.json'), '[]\n');
  process.exit();
}

const changes = breakingChanges(read('released.json'), read('openapi.json'));
const { open, stale } = held(changes, read('breaking-changes.json'), (exception, change) =>
  patternOf(exception).test(change),
);
const faults = [
  ...open.map((change) => `breaks programs: ${change}`),
  ...stale.map(({ change }) => `does not happen, so needs no reason: ${change}`),
];
if (faults.length > 0) {
  console.error(
    `${faults.join('\n')}\n\nUndo what breaks programs, or say in openapi/breaking-changes.json why it has to be.`,
  );
  process.exit(1);
}
console.log(`${changes.length} breaking changes since the last release, each with its reason`);
