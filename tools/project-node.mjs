/** The Node that this project runs on: its own copy where the platform has one, else the system's. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const wanted = [22, 17];

/** Path of a Node that is new enough. Ends the process with what to do when there is none. */
export function projectNode() {
  const own = join(root, 'node_modules', '.bin', 'node');
  for (const candidate of [...(existsSync(own) ? [own] : []), process.execPath]) {
    const { stdout } = spawnSync(candidate, ['--version'], { encoding: 'utf8' });
    const [major, minor] = (stdout ?? '').replace('v', '').split('.').map(Number);
    if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return candidate;
  }
  console.error(
    `Waybill needs Node ${wanted.join('.')} or newer; this is ${process.version}. On Linux \`npm ci\` brings one along ` +
      '(unless it ran with --omit=optional); elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}
