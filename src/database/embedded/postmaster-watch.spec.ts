import { setTimeout as delay } from 'node:timers/promises';
import {
  ClusterFolder,
  kill,
  postmasterOf,
  processesOf,
  query,
  startChild,
  until,
} from '../../../test/support/embedded-clusters.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

let folder: ClusterFolder;
beforeAll(async () => {
  folder = await ClusterFolder.make();
});
afterAll(() => folder.remove());

describe('an embedded server that processes share', () => {
  it('leaves the server to the processes that still use it', async () => {
    const dataDir = await folder.makeDataDir();
    const [one, two] = await Promise.all([
      startChild(await folder.clone(), dataDir),
      startChild(await folder.clone(), dataDir),
    ]);
    const three = await startEmbeddedPostgres({ dataDir });
    expect(new Set([one.url, two.url, three.url]).size).toBe(1);
    await one.stop();
    await three.stop();
    expect(await query(two.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await two.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  it('brings a server back that was killed, again and again, at the same address', async () => {
    const dataDir = await folder.makeDataDir();
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
    const dataDir = await folder.makeDataDir();
    const owner = await startChild(await folder.clone(), dataDir);
    await kill(owner.child);
    const server = await startEmbeddedPostgres({ dataDir });
    const other = await startChild(await folder.clone(), dataDir);
    process.kill(await postmasterOf(dataDir), 'SIGKILL');
    await until(() => !server.isUp());
    await until(() => server.isUp());
    expect(await query(other.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await other.stop();
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });
});
