/**
 * Measures how long a server takes from its start until it answers `/health/ready`, on a data directory that is there
 * with its code compiled, and the processor time until then, that of its PostgreSQL included. Beside it what no server on
 * these foundations does without: the same PostgreSQL started and asked once, and an empty Nest on Fastify. Fails above
 * the time that a start may take. Linux only.
 *
 *   npm run bench:start -- 9
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { howMany } from './support/arguments.mjs';
import { nodeFlagsOf } from './support/node-flags.mjs';
import { treeSecondsOf } from './support/processor.mjs';
import { freePort, median } from './support/stage.mjs';

const starts = howMany(process.argv[2], 9);
const mostMilliseconds = 1_500;
const flags = nodeFlagsOf(join(import.meta.dirname, '..'));
const programs = {
  'npm start': [...flags, 'dist/main.js'],
  'PostgreSQL and an empty Nest': [...flags, 'bench/support/bare-start.mjs'],
};

const folder = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
const taken = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
try {
  // The first of each makes the database and keeps the compiled code.
  for (let start = 0; start <= starts; start += 1)
    for (const [name, program] of Object.entries(programs)) {
      const one = await startOnce(program);
      if (start > 0) taken[name].push(one);
    }
} finally {
  await rm(folder, { recursive: true, force: true });
}

const middle = (name, what) => median(taken[name].map((one) => one[what]));
for (const name of Object.keys(programs)) {
  const walls = taken[name].map(({ milliseconds }) => milliseconds.toFixed(0)).sort((a, b) => a - b);
  console.log(
    `${name.padEnd(30)} ${middle(name, 'milliseconds').toFixed(0).padStart(6)} ms to ready ` +
      `(${walls[0]} to ${walls.at(-1)}), ${middle(name, 'seconds').toFixed(2)} s of processor time`,
  );
}
const [whole, floor] = Object.keys(programs);
const times = (what) => (middle(whole, what) / middle(floor, what)).toFixed(1);
console.log(`${times('milliseconds')} times as long, ${times('seconds')} times the processor time`);
if (middle(whole, 'milliseconds') > mostMilliseconds) {
  console.log(`More than the ${mostMilliseconds} ms that a start may take`);
  process.exitCode = 1;
}

async function startOnce(program) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, program, {
    cwd: join(import.meta.dirname, '..'),
    env: {
      PATH: process.env.PATH,
      DATA_DIR: join(folder, 'data'),
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const { ok } = await fetch(`http://127.0.0.1:${port}/health/ready`);
    const milliseconds = performance.now() - begun;
    if (!ok) throw new Error(`${program.at(-1)} is not ready`);
    return { milliseconds, seconds: treeSecondsOf(child.pid) };
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}
