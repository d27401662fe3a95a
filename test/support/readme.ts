import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const readme = await readFile('README.md', 'utf8');

/** Programs of the project's own Node first, as a newcomer has them. */
export const newcomerEnv = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };

/** The blocks of that language under a heading. */
export function blocks(language: string, heading: string): string[] {
  const [, section] = new RegExp(`## ${heading}\\n([\\s\\S]*?)\\n## `).exec(readme)!;
  return [...section!.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block]) => block!,
  );
}

/** Runs a script as somebody types it, but ends it where a command fails. */
export function typed(script: string, cwd = '.') {
  return run('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env: newcomerEnv,
    timeout: 60_000,
    maxBuffer: 64 << 20,
  });
}
