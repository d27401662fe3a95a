/**
 * Runs every check that must pass before a change is merged; stops at the first failure and prints its output.
 * `npm run check -- --without tests` skips steps, `--only types` runs one.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectNode, root } from './project-node.mjs';

const node = projectNode();
const scratch = await mkdtemp(join(tmpdir(), 'waybill-check-'));
const bin = (name) => join('node_modules', ...name.split('/'));
const prettier = bin('prettier/bin/prettier.cjs');
const redocly = bin('@redocly/cli/bin/cli.js');
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest/bin/jest.js')];

/** Each step's name and the Node programs it runs. */
const steps = {
  format: [[prettier, '--check', '--log-level', 'warn', '.']],
  lint: [[bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.']],
  types: [[bin('typescript/bin/tsc'), '--noEmit']],
  build: [['tools/build.mjs']],
  imports: [
    [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      'src',
      'migrations',
      'sdk/src',
      'sdk/cli',
      'test',
      '--config',
      '.dependency-cruiser.mjs',
    ],
  ],
  generated: [['tools/check-generated.mjs', scratch]],
  migrations: [['tools/check-migrations.mjs']],
  openapi: [
    [redocly, 'lint', '--extends', 'recommended-strict', 'openapi/openapi.json', 'openapi/openapi-3.1.json'],
    ['tools/document/lint.mjs'],
  ],
  breaking: [['tools/document/check-breaking.mjs']],
  sdk: [['sdk/build.mjs'], ['sdk/check/ci.mjs']],
  tests: [jest],
};

/** Steps that look at what is built, which must not be an older one. */
const ofTheBuild = ['imports', 'generated', 'migrations', 'sdk'];

const labels = {
  format: 'formatted',
  lint: 'linted',
  types: 'types hold',
  imports: 'imports go one way',
  build: 'builds',
  generated: 'document and SDK are up to date',
  migrations: 'migrations agree with entities',
  openapi: 'document has no finding without a reason',
  breaking: 'nothing breaks programs without a reason',
  sdk: 'SDK builds, types and size hold',
  tests: 'tests pass',
};

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env: {
        ...process.env,
        FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
        REDOCLY_TELEMETRY: 'off',
        REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (status) => resolve({ status, output }));
  });
}

function chosen(args) {
  const names = (flag) => args.flatMap((arg, index) => (args[index - 1] === flag ? arg.split(',') : []));
  const only = names('--only');
  const without = names('--without');
  const unknown = [...only, ...without].filter((name) => !(name in steps));
  if (unknown.length > 0)
    throw new Error(`No such step: ${unknown.join(', ')}. There are ${Object.keys(steps).join(', ')}.`);
  const wanted = Object.keys(steps).filter(
    (name) => (only.length === 0 || only.includes(name)) && !without.includes(name),
  );
  const needsBuild = wanted.some((name) => ofTheBuild.includes(name)) && !without.includes('build');
  return Object.keys(steps).filter((name) => wanted.includes(name) || (name === 'build' && needsBuild));
}

async function check(name) {
  const started = performance.now();
  for (const args of steps[name]) {
    const { status, output } = await run(args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (status !== 0) {
      console.log(`✗ ${labels[name]} (${name}, ${seconds} s)\n\n${output.trimEnd()}`);
      return false;
    }
    if (args === steps[name].at(-1)) console.log(`✓ ${labels[name]} (${name}, ${seconds} s)`);
  }
  return true;
}

let good = true;
try {
  for (const name of chosen(process.argv.slice(2))) {
    good = await check(name);
    if (!good) break;
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
process.exitCode = good ? 0 : 1;
