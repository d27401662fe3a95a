import { chown, copyFile, cp, lstat, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ClusterFolder,
  forkChild,
  isRoot,
  kill,
  nobody,
  processesOf,
  query,
  startChild,
} from '../../../test/support/embedded-clusters.js';
import { eventually } from '../../../test/support/eventually.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { SYSTEM_DIRECTORY } from './postgres-account.js';

let folder: ClusterFolder;
beforeAll(async () => {
  folder = await ClusterFolder.make();
});
afterAll(() => folder.remove());

describe('startEmbeddedPostgres', () => {
  it('makes a database on first use and keeps its rows for the next start', async () => {
    const dataDir = await folder.makeDataDir();
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
    const dataDir = await folder.makeDataDir();
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
    const dataDir = await folder.makeDataDir();
    const server = await startEmbeddedPostgres({ dataDir });
    await query(server.url, 'create table recipient (phone text primary key)');
    const insert = `insert into recipient values ('canary'), ('canary')`;
    await expect(query(server.url, insert)).rejects.toThrow('duplicate key');
    // A killed session makes PostgreSQL report the statement it was running.
    const dying = query(server.url, `select pg_sleep(60), 'canary'`).catch(() => undefined);
    const session = await eventually(async () => {
      const sessions = await query(
        server.url,
        `select pid from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`,
      );
      return sessions[0] as { pid: number } | undefined;
    });
    process.kill(session.pid, 'SIGKILL');
    await dying;
    while (!(await query(server.url, 'select 1').catch(() => undefined))) await delay(20);
    await server.stop();
    const output = await readFile(join(dataDir, 'postgres/server.log'), 'utf8');
    expect(output).toContain('was terminated by signal 9');
    expect(output).not.toContain('canary');
  });

  it.each([
    ['before initdb', ''],
    ['in the middle of initdb', 'data/base/1'],
    ['while roles are made', 'data/postmaster.pid'],
  ])('recovers from a kill %s', async (_when, sign) => {
    const dataDir = await killedWhileMade(sign);
    const server = await startEmbeddedPostgres({ dataDir });
    expect(await query(server.url, 'select current_user')).toEqual([{ current_user: 'waybill' }]);
    await server.stop();
    expect(await readdir(dataDir)).toEqual(['postgres']);
  });

  it('runs for an ordinary user', async () => {
    const dataDir = await folder.makeDataDir();
    const user = isRoot ? nobody : undefined;
    if (user) await chown(dataDir, user.uid, user.gid);
    const server = await startChild(await folder.clone(), dataDir, user);
    expect(server.uid).not.toBe(0);
    expect((await stat(join(dataDir, 'postgres/data'))).uid).toBe(server.uid);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('runs from a clone that only its owner may enter, with all its data inside', async () => {
    const known = await systemEntries();
    const home = join(folder.path, 'home');
    await mkdir(home, { mode: 0o700 });
    await cp(await folder.clone(), join(home, 'waybill'), { recursive: true, verbatimSymlinks: true });
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

  it('says what to do where it brings no PostgreSQL', async () => {
    const bare = join(folder.path, 'bare');
    await mkdir(bare);
    for (const name of ['node', 'start.mjs'])
      await copyFile(join(await folder.clone(), name), join(bare, name));
    await expect(startChild(bare, await folder.makeDataDir())).rejects.toThrow('Set DATABASE_URL');
  });
});

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

/** Where a first start was killed once that sign of it was there; tried anew where it was over before the kill. */
async function killedWhileMade(sign: string): Promise<string> {
  for (;;) {
    const dataDir = await folder.makeDataDir();
    const child = forkChild(await folder.clone(), dataDir);
    await untilMade(dataDir, sign);
    await kill(child);
    if (!(await readdir(dataDir)).includes('postgres')) return dataDir;
    await (await startEmbeddedPostgres({ dataDir })).stop();
  }
}

/** Waits until the cluster in the making has that file, or is a finished one. */
async function untilMade(dataDir: string, sign: string): Promise<void> {
  for (let tries = 0; tries < 10_000; tries++) {
    const entries = await readdir(dataDir);
    const name = entries.find((entry) => entry.startsWith('postgres.init-'));
    expect([name, entries.includes('postgres')]).not.toEqual([expect.any(String), true]);
    if (name ? await stat(join(dataDir, name, sign)).catch(() => undefined) : entries.includes('postgres'))
      return;
    await delay(1);
  }
  throw new Error(`No cluster in the making with ${sign} appeared in ${dataDir}`);
}
