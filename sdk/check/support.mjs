import { execFile, execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const here = dirname(fileURLToPath(import.meta.url));
export const sdk = join(here, '..');
const run = promisify(execFile);
/** The project's TypeScript, and the older one that comes with attw. */
export const [tsc, olderTsc] = [sdk, here].map((folder) =>
  createRequire(join(folder, 'index.js')).resolve('typescript/bin/tsc'),
);

/** Runs Node and passes on what it says. */
export function node(...args) {
  execFileSync(process.execPath, args, { cwd: sdk, stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Runs a program; answers what it printed. @throws Error with what it printed */
export async function output(program, args, options = {}) {
  try {
    const { stdout } = await run(program, args, { timeout: 120_000, ...options });
    return stdout.trim();
  } catch (cause) {
    const { message, stdout = '', stderr = '' } = cause;
    const said = [message.split('\n')[0], stdout.trim(), stderr.trim()];
    throw new Error(said.filter(Boolean).join('\n'), { cause });
  }
}

/** npm, in a folder. */
export function npm(cwd, ...args) {
  const { npm_execpath: path } = process.env;
  const [program, first] = path?.endsWith('.js') ? [process.execPath, [path]] : ['npm', []];
  return output(program, [...first, ...args], { cwd });
}

/** Rows of cells below each other. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (row) =>
    row
      .map((cell, column) =>
        typeof cell === 'number' ? String(cell).padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ');
  return rows.map((row) => `  ${line(row)}`.trimEnd()).join('\n');
}
