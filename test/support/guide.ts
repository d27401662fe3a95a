import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs of the project's own Node first, as a newcomer has them. */
export const newcomerEnv = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };

/** The blocks of that language in a page, in their order. */
export function blocksOf(file: string, language: string): string[] {
  const fences = readFileSync(file, 'utf8').matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm);
  return [...fences].filter(([, named]) => named === language).map(([, , block]) => block!);
}

/** All that a page has in a terminal, one after the other. */
export const scriptOf = (file: string) => blocksOf(file, 'sh').join('\n');

/** Runs a script as somebody types it, but ends it where a command fails. */
export function typed(script: string, cwd = '.') {
  return run('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env: newcomerEnv,
    timeout: 120_000,
    maxBuffer: 64 << 20,
  });
}
