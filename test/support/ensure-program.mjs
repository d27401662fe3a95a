import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';

/** Debian installs servers where only root looks. */
export const programPath = [process.env.PATH, '/usr/sbin'].join(delimiter);
const env = { ...process.env, PATH: programPath };
const runs = (command, args) => spawnSync(command, args, { stdio: 'ignore', env }).status === 0;

/** Installs what the tests need besides the packages. */
export function ensureTestPrograms() {
  for (const program of ['redis-server', 'pgbouncer']) ensureProgram(program, 'the tests');
}

/**
 * Installs a program by the system's package manager where it is missing and may be; else says what to install.
 * @param program its command, and its package
 * @param purpose what needs it
 */
export function ensureProgram(program, purpose) {
  if (runs(program, ['--version'])) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !runs('apt-get', ['--version'])) {
    console.warn(`For ${purpose} install ${program}, e.g. by \`apt-get install ${program}\`.`);
    return;
  }
  console.log(`Installing ${program} for ${purpose}`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt('install', '-y', '--no-install-recommends', program);
  // Fresh images come without package lists.
  if (!install() && !(apt('update') && install()))
    console.warn(`${program} could not be installed; install it and try again.`);
}
