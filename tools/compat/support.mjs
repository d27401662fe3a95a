/** What the tools share: where things are, running a program, compiling and running a TypeScript client. */
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The committed document, or another one: OpenAPI 3.1 say, or one that is being worked on. */
export const openapi = resolve(process.env.COMPAT_DOCUMENT ?? join(root, 'openapi/openapi.json'));

/** A program of an installed package; `path` is the one of its file. */
export const bin = (path) => join(here, 'node_modules', path);

export function version(name) {
  return JSON.parse(readFileSync(bin(`${name}/package.json`), 'utf8')).version;
}

/** Runs a program; returns what it wrote, and throws that when it fails. */
export function run(command, args, { env = {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: here,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...env },
      ...options,
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (status) =>
      status === 0 ? resolve(output) : reject(new Error(`${command} ended with ${status}:\n${output}`)),
    );
  });
}

export const node = (args, options) => run(process.execPath, args, options);

/**
 * Compiles a client and the main job written on it strictly.
 * @param ownFault what the compiler says where the tool is at fault whatever the document says
 * @returns how often it said that, for the table
 */
export async function compileTypeScript(dir, job, ownFault) {
  const project = join(dir, 'tsconfig.json');
  await writeFile(
    project,
    JSON.stringify({
      extends: relative(dir, join(here, 'tsconfig.json')),
      include: ['.', relative(dir, job)],
    }),
  );
  try {
    await node([join(root, 'node_modules/typescript/bin/tsc'), '-p', project]);
  } catch (error) {
    const faults = error.message.split('\n').filter((line) => line.includes('error TS'));
    if (faults.length === 0 || !faults.every((line) => ownFault?.test(line))) throw error;
    return `yes, but ${faults.length} of its own`;
  }
}

/** @returns how many calls the job made */
export async function runTypeScript(dir, job, server) {
  const outfile = join(dir, 'job.mjs');
  await build({
    entryPoints: [job],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'silent',
  });
  return Number(await node([outfile], { env: { WAYBILL_URL: server.url } }));
}

/** A tool whose client is TypeScript. `jobs/<name>.ts` is the main job written on what it generates. */
export function typescriptTool({ name, packages, generate }) {
  const job = join(here, 'jobs', `${name}.ts`);
  return {
    name,
    packages,
    generate,
    compile: (dir) => compileTypeScript(dir, job),
    calls: async (dir, server) => `${await runTypeScript(dir, job, server)} calls`,
  };
}
