/**
 * Gives the committed OpenAPI document to other people's tools: each makes its client, which is compiled strictly and
 * does the main job against a fresh server. Prints a table; exits with 1 and the reasons when something fails.
 * `npm run compat -- orval kubb` runs some of them. The tools are installed beside this file on the first run.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startFreshServer } from '../../demo/fresh-server.mjs';
import { ensureInstalled } from '../install.mjs';
import { here, version } from './support.mjs';

const steps = ['generate', 'compile', 'calls'];

async function load(names) {
  const files = (await readdir(join(here, 'tools'))).sort();
  const modules = await Promise.all(files.map((file) => import(`./tools/${file}`)));
  const all = modules.flatMap((module) => module.default);
  const unknown = names.filter((name) => !all.some((tool) => tool.name.includes(name)));
  if (unknown.length > 0)
    throw new Error(
      `No such tool: ${unknown.join(', ')}. There are ${all.map(({ name }) => name).join(', ')}.`,
    );
  return all.filter(({ name }) => names.length === 0 || names.some((wanted) => name.includes(wanted)));
}

/** @returns what stands in the table for each step, and the error of the one that failed */
async function attempt(tool, server) {
  const missing = await tool.unavailable?.();
  if (missing) return { cells: { generate: missing } };
  const dir = join(here, 'generated', tool.name.replaceAll(/\W+/g, '-'));
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
  const cells = {};
  for (const step of steps) {
    try {
      const said = await tool[step]?.(dir, server);
      cells[step] = !tool[step] ? '–' : step === 'generate' ? 'yes' : (said ?? 'yes');
    } catch (error) {
      cells[step] = 'no';
      return { cells, error };
    }
  }
  return { cells };
}

const linesShown = 12;

function reason({ message }) {
  const lines = message.split('\n');
  const more = lines.length - linesShown;
  return [...lines.slice(0, linesShown), ...(more > 0 ? [`… and ${more} lines more`] : [])].join('\n');
}

function row(cells) {
  const widths = [91, 9, 21, 62];
  return cells
    .map((cell, index) => (cell ?? '').padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();
}

ensureInstalled(here, 'the tools of tools/compat/package-lock.json, once');
const tools = await load(process.argv.slice(2));
const server = await startFreshServer();
const failures = [];
try {
  console.log(row(['tool', 'generates', 'compiles', 'calls made', 'result']));
  for (const tool of tools) {
    const { cells, error } = await attempt(tool, server);
    const versions = tool.packages.map((name) => `${name} ${version(name)}`).join(', ');
    console.log(row([`${tool.name} (${versions})`, ...steps.map((step) => cells[step]), error ? '✗' : '✓']));
    if (error) failures.push(`✗ ${tool.name}: ${reason(error)}`);
  }
} finally {
  await server.stop();
}
for (const failure of failures) console.error(`\n${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;
