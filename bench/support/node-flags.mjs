import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The options that `npm start` of a checkout gives to Node; lower bounds run with them, too. */
export function nodeFlagsOf(folder) {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return scripts.start.match(/--\S+/g) ?? [];
}
