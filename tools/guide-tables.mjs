/** Writes the tables that are made from the code between their markers in the guide. Run after a build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guidePages } from '../build/guide/guide-pages.js';
import { guideTables } from '../build/guide/guide-tables.js';
import { root } from './project-node.mjs';

for (const { file } of guidePages) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const made = text.replaceAll(/(<!-- ([\w-]+) -->\n)[\s\S]*?(<!-- \/\2 -->)/g, (block, open, name, close) =>
    Object.hasOwn(guideTables, name) ? `${open}\n${guideTables[name]()}\n\n${close}` : block,
  );
  if (made !== text) writeFileSync(path, made);
}
