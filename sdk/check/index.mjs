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
const { attw, lintPackage, pack } = await import('./packed.mjs');
const { meetAll, testParts } = await import('./faults.mjs');
const { answersFor } = await import('./program.mjs');
const { assertSelfContained, sizes } = await import('./sizes.mjs');
const { found, nodes, runCommonJs, runModule } = await import('./projects.mjs');
const { runInChromium, runInSandbox } = await import('./pages.mjs');
const { runInWorkerd } = await import('./workers.mjs');
const { compile } = await import('./types.mjs');

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
  await step('publint', () => lintPackage(tarball));
  await step('attw', async () => `\n${await attw(tarball, scratch)}`);
  await step('types', () => compile(tarball, folder('types')));

  const run = (name, work, ...how) =>
    step(name, async () => (await work(tarball, folder(name.replaceAll(/\W+/g, '-')), baseUrl, how), 'runs'));
  for (const [version, node] of await nodes()) await run(`ES modules, Node ${version}`, runModule, node);
  await run(`CommonJS, Node ${process.versions.node}`, runCommonJs);
  await run('a page’s bundle, in a world without Node', runInSandbox);
  const others = {
    'a page’s bundle, Chromium': [runInChromium, ['chromium', 'chromium-browser', 'google-chrome']],
    Deno: [runModule, ['deno'], 'run', '-A'],
    Bun: [runModule, ['bun']],
    'a worker, workerd': [runInWorkerd, ['workerd']],
  };
  for (const [name, [work, programs, ...args]] of Object.entries(others)) {
    const [path] = found(...programs);
    if (path) await run(name, work, path, ...args);
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
