import { spawnSync } from 'node:child_process';

const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Installs Redis by the system's package manager where it is missing and may be; else the tests that need it say so. */
export function ensureRedis() {
  if (runs('redis-server', ['--version'])) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !runs('apt-get', ['--version'])) {
    console.warn(
      'Some tests need Redis. Install redis-server, e.g. `apt-get install redis-server` or `brew install redis`.',
    );
    return;
  }
  console.log('Installing redis-server for the tests');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', 'redis-server');
  // Fresh images come without package lists.
  if (!install() && !(apt('update') && install()))
    console.warn('redis-server could not be installed; install it and run the tests again.');
}
