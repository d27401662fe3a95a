/** Installs the packages of a folder when they are missing or older than its lock file. Runs on any Node since 20. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const networkErrors =
  /\b(ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|ERR_SOCKET_TIMEOUT|network|50[234])\b/i;

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Whether every package of the lock file is installed in its version, except those of other platforms. */
function installed(folder) {
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) return false;
  // A link: the installation is shared between checkouts and maintained by hand.
  if (lstatSync(modules).isSymbolicLink()) return true;
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = read(record).packages;
  return Object.entries(read(join(folder, 'package-lock.json')).packages).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || link || (present[path] ? present[path].version === version : optional || devOptional),
  );
}

function npmCi(folder) {
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, stderr } = spawnSync(
    command,
    [...args, 'ci', '--loglevel=error', '--include=dev', '--include=optional'],
    {
      cwd: folder,
      stdio: ['inherit', 'inherit', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32' && command === 'npm',
    },
  );
  process.stderr.write(stderr ?? '');
  return { status: status ?? 1, passing: networkErrors.test(stderr ?? '') };
}

/** Installs what is missing. Ends the program when that fails. */
export function ensureInstalled(folder, what) {
  if (installed(folder)) return;
  console.log(`Installing ${what}`);
  let result = npmCi(folder);
  if (result.status !== 0 && result.passing) {
    console.log('The network failed; trying once more');
    result = npmCi(folder);
  }
  if (result.status === 0) return;
  console.error('`npm ci` failed; its reason is above. Mend it and run the same command again.');
  process.exit(result.status);
}
