import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  ClusterFolder,
  kill,
  postmasterOf,
  processesOf,
  query,
  startChild,
} from '../../../test/support/embedded-clusters.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { identifyProcess } from './process-lock.js';

let folder: ClusterFolder;
beforeAll(async () => {
  folder = await ClusterFolder.make();
});
afterAll(() => folder.remove());

describe('a server that did not end well', () => {
  it('starts again after the server was killed, with every acknowledged row', async () => {
    const dataDir = await folder.makeDataDir();
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
    const dataDir = await folder.makeDataDir();
    const owner = await startChild(await folder.clone(), dataDir);
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

  it('is not misled by a pid file that names another process', async () => {
    const [dataDir, otherDir] = [await folder.makeDataDir(), await folder.makeDataDir()];
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
});
