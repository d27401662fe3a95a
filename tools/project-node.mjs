/** The Node that this project uses: its own copy if there is one for the platform, else the system's. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const wanted = [22, 17];

/** The path of a Node that is new enough. Without one, prints what to do and exits. */
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
