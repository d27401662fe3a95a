/**
 * Runs before `npm start` and `npm test`: installs the dependencies when they are missing or older than
 * package-lock.json, then builds. Needs no package itself, and runs on any Node since 20.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './project-node.mjs';

const modules = join(root, 'node_modules');
const networkErrors =
  /\b(ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|ERR_SOCKET_TIMEOUT|network|50[234])\b/i;

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Whether every package of the lock file is installed in its version, except those of other platforms. */
function installed() {
  if (!existsSync(modules)) return false;
  // A link: the installation is shared between checkouts and maintained by hand.
  if (lstatSync(modules).isSymbolicLink()) return true;
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = read(record).packages;
  return Object.entries(read(join(root, 'package-lock.json')).packages).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' || link || (present[path] ? present[path].version === version : optional || devOptional),
  );
}

function npmCi() {
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const { status, stderr } = spawnSync(
    command,
    [...args, 'ci', '--loglevel=error', '--include=dev', '--include=optional'],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32' && command === 'npm',
    },
  );
  process.stderr.write(stderr ?? '');
  return { status: status ?? 1, passing: networkErrors.test(stderr ?? '') };
}

if (!installed()) {
  console.log('Installing the dependencies of package-lock.json');
  let result = npmCi();
  if (result.status !== 0 && result.passing) {
    console.log('The network failed; trying once more');
    result = npmCi();
  }
  if (result.status !== 0) {
    console.error('`npm ci` failed; its reason is above. Mend it and run the same command again.');
    process.exit(result.status);
  }
}

// With `exec` in the scripts npm's signals reach the server itself. Windows has no such command, so it is added.
if (process.platform === 'win32') writeFileSync(join(modules, '.bin', 'exec.cmd'), '@%*\r\n');

const { status } = spawnSync(projectNode(), [join(root, 'tools/build.mjs')], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
