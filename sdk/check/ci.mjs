/** Holds the built SDK to its promises: size, no dependencies, and programs of both kinds compile and run with it. */
import { assertSelfContained, sizes } from './sizes.mjs';
import { node, tsc } from './support.mjs';

for (const { what, gzipped } of await sizes()) console.log(`${what}: ${gzipped} bytes gzipped`);
assertSelfContained();
node(tsc, '-p', 'test/types');
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
