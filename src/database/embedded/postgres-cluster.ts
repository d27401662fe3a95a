import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../../common/sync-folder.js';
import {
  accountOf,
  canEnter,
  chooseAccount,
  makeSystemDirectory,
  SYSTEM_DIRECTORY,
  type Account,
} from './postgres-account.js';
import { noteUser } from './left-clusters.js';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { ignoreMissing } from './process-lock.js';

/** Login role and database of the application. */
export const LOGIN = 'waybill';

const UNFINISHED = 'postgres.init-';

/**
 * Whether a program can name its start folder without the folders above it, which may be closed to its
 * account. On Linux, root therefore enters the folder first and changes the account afterwards.
 */
const keepsToItsFolder = process.platform === 'linux';
const WORKING_DIRECTORY = '/proc/self/cwd';

/** A PostgreSQL cluster on disk. */
export interface Cluster {
  /** The cluster's directory; `data` is PostgreSQL's own data directory in it. */
  home: string;
  data: string;
  account: Account | undefined;
  binaries: PostgresBinaries;
  /** Password of the {@link LOGIN} role. */
  password: string;
}

/**
 * Opens the cluster in `dataDir/postgres`, creating it on first use. `dataDir` is an absolute real path.
 * @throws Error when another PostgreSQL version made it, or the account that must run it cannot access it
 */
export async function openCluster(dataDir: string, log: (message: string) => void): Promise<Cluster> {
  const link = join(dataDir, 'postgres');
  if (!(await lstat(link).catch(ignoreMissing))) {
    log('Making a new PostgreSQL database');
    await createCluster(dataDir, link);
  }
  const home = await realpath(link).catch(ignoreMissing);
  if (home === undefined) {
    throw new Error(
      `${link} points to a directory that is gone. Bring it back, or delete the link to start empty.`,
    );
  }
  const data = join(home, 'data');
  const account = await accountOf(home);
  const binaries = await findBinaries(account);
  const major = (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(cannotRead(data))).trim();
  if (major !== binaries.major) {
    throw new Error(
      `${data} was made by PostgreSQL ${major}, and this Waybill brings ${binaries.major}. ` +
        'Move the data over with pg_dump, or set DATABASE_URL to a server of that version.',
    );
  }
  if (account && !keepsToItsFolder && !(await canEnter(account, data))) {
    throw new Error(
      `PostgreSQL runs as the owner of ${home} (uid ${account.uid}), who cannot enter it: a parent directory is closed. ` +
        `Open the parents with chmod o+x, or move the directory to ${SYSTEM_DIRECTORY} and leave a symbolic link behind.`,
    );
  }
  return { home, data, account, binaries, password: await readFile(passwordFile(home, LOGIN), 'utf8') };
}

/** The `-D` argument of a PostgreSQL program started in the data directory. */
export function dataArgument({ account, data }: Pick<Cluster, 'account' | 'data'>): string {
  return account && keepsToItsFolder ? WORKING_DIRECTORY : data;
}

/** Runs a PostgreSQL program as the cluster's account and waits for its exit. Throws with its output. */
async function run(program: string, args: string[], account: Account | undefined, cwd: string, input = '') {
  const child = spawn(program, args, { ...account, cwd, env: programEnvironment(), windowsHide: true });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.on('error', () => undefined).end(input);
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: string) =>
      reject(
        new Error(
          `PostgreSQL could not be set up: ${cause}\n${output.trim()}\n` +
            'Fix what it names (the binaries need glibc on Linux, the directory a file system with owners and modes), ' +
            'or set DATABASE_URL to a PostgreSQL server.',
        ),
      );
    child.once('error', (error) => fail(error.message));
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : fail(`${program} ended with ${code ?? signal}`),
    );
  });
}

/** Nothing of Waybill's own environment: it holds secrets that the server does not need. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C' };
}

/** Atomic: everything is created in a temporary place and moved with one rename. */
async function createCluster(dataDir: string, link: string): Promise<void> {
  await removeUnfinished(dataDir);
  const account = await chooseAccount();
  const binaries = await findBinaries(account);
  const unfinished = join(dataDir, `${UNFINISHED}${randomUUID()}`);
  await makeHome(unfinished, link, account);
  const home = await realpath(unfinished);
  const data = join(home, 'data');
  await mkdir(data, { mode: 0o700 });
  if (account) await chown(data, account.uid, account.gid);

  await makePassword(home, 'postgres', account);
  const login = await makePassword(home, LOGIN, account);
  const where = ['-D', dataArgument({ account, data })];
  const options = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--pwfile=../postgres.password', '--auth=scram-sha-256'];
  await run(binaries.initdb, [...where, ...options, ...access, '--no-instructions'], account, data);
  await run(
    binaries.postgres,
    ['--single', ...where, '-c', 'exit_on_error=on', 'postgres'],
    account,
    data,
    `create role ${LOGIN} login createrole createdb nosuperuser nobypassrls password '${login}';\n` +
      `create database ${LOGIN} owner ${LOGIN};\n`,
  );

  await rename(unfinished, link);
  await syncFolder(dataDir);
}

/** In `dataDir` or, where PostgreSQL's account cannot own it, as a link to a place where it can. */
async function makeHome(path: string, link: string, account: Account | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (!account || (await canOwn(account, path))) return;
  await rm(path, { recursive: true });
  const elsewhere = join(SYSTEM_DIRECTORY, randomUUID());
  await makeSystemDirectory();
  // The link comes first, so that a kill in between never leaves a directory that no start can find.
  await symlink(elsewhere, path);
  await mkdir(elsewhere, { mode: 0o700 });
  await noteUser(elsewhere, link);
  await chown(elsewhere, account.uid, account.gid);
}

/** False on file systems that accept a chown without applying it, such as folders shared into containers. */
async function canOwn(account: Account, directory: string): Promise<boolean> {
  await chown(directory, account.uid, account.gid).catch(() => undefined);
  if ((await stat(directory)).uid !== account.uid) return false;
  return keepsToItsFolder || canEnter(account, directory);
}

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(UNFINISHED)) continue;
    const path = join(dataDir, name);
    const target = await realpath(path).catch(ignoreMissing);
    // An initdb whose Node process was killed may still write there for a moment.
    const options = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };
    if (target !== undefined) await rm(target, options);
    await rm(path, options);
  }
}

async function makePassword(home: string, role: string, account: Account | undefined): Promise<string> {
  const file = passwordFile(home, role);
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600, flush: true });
  if (account) await chown(file, account.uid, account.gid);
  return password;
}

function passwordFile(home: string, role: string): string {
  return join(home, `${role}.password`);
}

function cannotRead(data: string): (cause: unknown) => never {
  return (cause) => {
    throw new Error(
      `${data} holds no PostgreSQL database that this account can read. ` +
        'Start Waybill as the account that made it, or move the directory away to start empty.',
      { cause },
    );
  };
}
