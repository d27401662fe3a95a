/** Holds the built SDK to its promises: size, no dependencies, and programs of both kinds compile and run with it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const sdk = dirname(fileURLToPath(import.meta.url));
const largest = 15_000;
const node = (...args) =>
  execFileSync(process.execPath, args, { cwd: sdk, stdio: ['ignore', 'inherit', 'inherit'] });

for (const file of ['dist/esm/index.js', 'dist/cjs/index.js']) {
  const source = readFileSync(join(sdk, file), 'utf8');
  const size = gzipSync(source).length;
  console.log(`${file}: ${size} bytes gzipped`);
  if (size >= largest) throw new Error(`${file} has ${size} bytes gzipped; ${largest} is the limit`);
  const imported = source.match(/\b(?:from|import|require)\s*\(?\s*["'][^"']+["']/g);
  if (imported) throw new Error(`${file} needs something else: ${imported.join(', ')}`);
}

node(join(sdk, '../node_modules/typescript/bin/tsc'), '-p', 'test/types');
const client = `new Waybill({ baseUrl: 'http://localhost:1' }).depots.list`;
node(
  '--input-type=module',
  '-e',
  `import { Waybill } from 'waybill-sdk'; if (!${client}) throw new Error('ESM');`,
);
node(
  '--input-type=commonjs',
  '-e',
  `const { Waybill } = require('waybill-sdk'); if (!${client}) throw new Error('CJS');`,
);
