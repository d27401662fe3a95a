/**
 * Tries the SDK as whoever installs it: packs it, looks at what is in it and how large it is, installs it in fresh
 * projects of every kind, and meets it with every fault of the tests' table. `npm run sdk:check`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from '../../tools/install.mjs';
import { here, table } from './support.mjs';

ensureInstalled(here, 'what sdk/check/package-lock.json lists, once');
const { attw, pack, publint } = await import('./packed.mjs');
const { meetAll, testParts } = await import('./faults.mjs');
const { answersFor } = await import('./program.mjs');
const { assertSelfContained, sizes } = await import('./sizes.mjs');
const projects = await import('./projects.mjs');

const scratch = await mkdtemp(join(tmpdir(), 'waybill-sdk-check-'));
let failed = 0;

async function step(name, work) {
  try {
    console.log(`✓ ${name}: ${await work()}`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${name}: ${error.message}`);
  }
}

const parts = await testParts(scratch);
const api = new parts.StubApi();
try {
  const baseUrl = await api.start();
  api.answerWith(answersFor);
  const { tarball, bytes, files } = await pack(scratch);
  const folder = (name) => join(scratch, name);

  await step('package', () => `${files.length} files, ${bytes} bytes packed`);
  await step('sizes', async () => {
    assertSelfContained();
    const rows = (await sizes()).map(({ what, bytes, gzipped, limit }) => [what, bytes, gzipped, limit]);
    return `\n${table([['', 'bytes', 'gzipped', 'at most'], ...rows])}`;
  });
  await step('publint', () => publint(tarball));
  await step('attw', async () => `\n${await attw(tarball, scratch)}`);
  await step('types', () => projects.compile(tarball, folder('types')));

  const run = (name, work) => step(name, async () => (await work(), 'runs'));
  await run(`ES modules, Node ${process.versions.node}`, () =>
    projects.runModule(tarball, folder('esm'), baseUrl),
  );
  await run(`CommonJS, Node ${process.versions.node}`, () =>
    projects.runCommonJs(tarball, folder('cjs'), baseUrl),
  );
  await run('a page’s bundle, in a world without Node', () =>
    projects.runInSandbox(tarball, folder('sandbox'), baseUrl),
  );
  const others = {
    'a page’s bundle, Chromium': [['chromium', 'chromium-browser', 'google-chrome'], projects.runInChromium],
    Deno: [['deno'], (...given) => projects.runModule(...given.slice(0, 3), [given[3], 'run', '-A'])],
    Bun: [['bun'], (...given) => projects.runModule(...given.slice(0, 3), [given[3]])],
  };
  for (const [name, [programs, work]] of Object.entries(others)) {
    const program = projects.found(...programs);
    if (program) await run(name, () => work(tarball, folder(programs[0]), baseUrl, program));
    else console.log(`– ${name}: not installed here`);
  }
  await step('faults', async () => {
    const rows = await meetAll(tarball, folder('faults'), parts);
    const bad = rows.filter(({ good }) => !good);
    const text = table(rows.map(({ fault, seen, good }) => [good ? '✓' : '✗', fault, seen]));
    if (bad.length > 0) throw new Error(`${bad.length} of ${rows.length} are seen otherwise\n${text}`);
    return `${rows.length} met, fault → what the caller saw\n${text}`;
  });
} finally {
  await api.stop();
  await rm(scratch, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
