import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Waybill, type Order } from '../../sdk/src/index.js';
import type { Walls } from '../../src/database/database.js';
import { eventually } from '../support/eventually.js';
import { samplesIn } from '../support/metrics.js';
import { library } from '../support/orders.js';
import { openOutage, type Outage } from '../support/outage.js';
import { startReplication, type Replication } from '../support/replication.js';
import { ServerProcess } from '../support/server-process.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { databaseAt, type TestDatabase } from '../support/test-database.js';

/** Some looks at it, which come every second, may be late. */
const lagSeconds = 5;

describe('with a replica for reads that may lag', () => {
  let dataDir: string;
  let pair: Replication;
  /** To the replica. */
  let way: Outage;
  let database: TestDatabase;
  let server: ServerProcess;
  let client: TestClient;
  let api: Waybill;
  const env = () => ({
    JWT_SECRET: 'test-secret-test-secret-test-secret',
    LOG_LEVEL: 'info',
    DATA_DIR: dataDir,
    DATABASE_URL: pair.primary.url,
    DATABASE_REPLICA_URL: way.url,
    DATABASE_REPLICA_LAG_SECONDS: String(lagSeconds),
    RATE_LIMIT_PER_MINUTE: '1000000',
  });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-replica-'));
    pair = await startReplication();
    way = await openOutage(pair.replica.url);
    database = databaseAt(pair.primary.url);
    server = await ServerProcess.start(env());
    const app = { database, as };
    client = await addClient(app, await signUp(app));
    api = as(client.token);
  });
  afterAll(async () => {
    await server?.stop('SIGKILL');
    await database?.drop();
    way?.close();
    await pair?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const as = (token?: string) => new Waybill({ baseUrl: server.url, token, maxRetries: 0 });
  const health = async () => (await as().health.ready()).checks.replica;
  const isHealthy = (wanted: string) => eventually(async () => (await health()) === wanted || undefined, 60);
  async function answered(): Promise<Record<'replica' | 'primary', number>> {
    const samples = samplesIn(await (await fetch(`${server.url}/metrics`)).text());
    const count = (from: string) => samples.get(`waybill_replica_reads_total{from="${from}"}`) ?? 0;
    return { replica: count('replica'), primary: count('primary') };
  }
  /** From where so many reads were answered meanwhile. */
  async function answeredBy(work: () => Promise<unknown>) {
    const before = await answered();
    await work();
    const after = await answered();
    return { replica: after.replica - before.replica, primary: after.primary - before.primary };
  }
  const idsOf = async (consistency: 'strong' | 'eventual') =>
    (await api.orders.list({ consistency, limit: 100 })).items.map(({ id }) => id);
  const exported = async (consistency?: 'strong') => (await api.orders.export({ consistency })).text();
  const add = (): Promise<Order> => api.orders.create(library);
  const told = (words: string) => server.stdout.split('\n').filter((line) => line.includes(words)).length;

  it('lists and exports that may lag are read there, and others are not', async () => {
    await isHealthy('up');
    await add();
    await pair.caughtUp();
    expect(await answeredBy(() => idsOf('eventual'))).toEqual({ replica: 1, primary: 0 });
    expect(await answeredBy(() => idsOf('strong'))).toEqual({ replica: 0, primary: 0 });
    expect(await answeredBy(() => exported())).toEqual({ replica: 1, primary: 0 });
    expect(await answeredBy(() => exported('strong'))).toEqual({
      replica: 0,
      primary: 0,
    });
  });

  it('nobody sees there what is not theirs', async () => {
    const app = { database, as };
    const [other, owner] = [await addClient(app, await signUp(app)), await signUp(app)];
    await pair.caughtUp();
    expect((await as(other.token).orders.list({ consistency: 'eventual' })).items).toEqual([]);
    expect((await as(owner.accessToken).stops.list({ consistency: 'eventual' })).items).toEqual([]);
    expect((await idsOf('eventual')).length).toBeGreaterThan(0);
  });

  /** Another server, which reads from the replica however far that is behind. */
  async function startBeside({ walls }: { walls?: Walls } = {}): Promise<TestApp> {
    const env = { DATABASE_REPLICA_URL: way.url, DATABASE_REPLICA_LAG_SECONDS: '3600' };
    const app = await startTestApp({ walls, database, env });
    const isUsed = async () => (await app.as().health.ready()).checks.replica === 'up' || undefined;
    await eventually(isUsed, 60);
    return app;
  }

  it.each([
    ['filters', { filters: true, policies: false }],
    ['policies', { filters: false, policies: true }],
  ])('nor with the %s alone', async (_, walls) => {
    const app = await startBeside({ walls });
    try {
      const [other, owner] = [await addClient(app, await signUp(app)), await signUp(app)];
      await pair.caughtUp();
      const eventual = { consistency: 'eventual' } as const;
      expect((await app.as(other.token).orders.list(eventual)).items).toEqual([]);
      expect((await app.as(owner.accessToken).stops.list(eventual)).items).toEqual([]);
      expect((await app.as(client.token).orders.list(eventual)).items.length).toBeGreaterThan(0);
    } finally {
      await app.close();
    }
  });

  it.each([
    [
      'the login is another',
      () => pair.replica.url.replace('//waybill:', '//reader:'),
      'cannot be asked: permission denied',
    ],
    ['it is the primary', () => pair.primary.url, 'no replica'],
    ['nobody is there', () => 'postgresql://waybill:x@127.0.0.1:1/waybill', 'cannot be asked: connect'],
  ])('it is not read where %s, and the setting is named', async (_, url, why) => {
    await pair.primary.query(
      `do $$ begin create role reader login; exception when duplicate_object then null; end $$`,
    );
    const { password } = new URL(pair.primary.url);
    await pair.primary.query(`alter role reader password '${password}'`);
    await pair.caughtUp();
    const other = await ServerProcess.start({ ...env(), DATABASE_REPLICA_URL: url() });
    try {
      await other.says('Reads that may lag go to the primary');
      expect(other.stdout).toMatch(new RegExp(`for the server of DATABASE_REPLICA_URL .*${why}`));
    } finally {
      await other.stop();
    }
  });

  describe('that has fallen behind', () => {
    beforeEach(async () => {
      await isHealthy('up');
      await pair.caughtUp();
    });
    afterEach(() => pair.replica.query('select pg_wal_replay_resume()'));

    it('the latest may be missing, and pages go on without a hole', async () => {
      const patient = await startBeside();
      const { orders } = patient.as(client.token);
      const old = [(await add()).id, (await add()).id, (await add()).id];
      await pair.caughtUp();
      await pair.replica.query('select pg_wal_replay_pause()');
      const late = [(await add()).id, (await add()).id, (await add()).id];
      const lagging = (await orders.list({ consistency: 'eventual', limit: 100 })).items.map(({ id }) => id);
      expect(lagging).toEqual(expect.arrayContaining(old));
      expect(lagging.filter((id) => late.includes(id))).toEqual([]);

      // Begun at the primary, it goes on there: the replica would pass over what it has not got yet.
      const first = await orders.list({ limit: 1 });
      const second = await orders.list({ limit: 1, cursor: first.nextCursor!, consistency: 'eventual' });
      const third = await orders.list({ limit: 1, cursor: second.nextCursor!, consistency: 'eventual' });
      await patient.close();
      expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(
        late.reverse(),
      );
    });

    it('too far, the primary is read, and says so once', async () => {
      const before = told('seconds behind');
      await pair.replica.query('select pg_wal_replay_pause()');
      const { id: latest } = await add();
      await isHealthy('degraded');
      expect(await idsOf('eventual')).toContain(latest);
      expect(await answeredBy(() => idsOf('eventual'))).toEqual({ replica: 0, primary: 1 });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(told('seconds behind')).toBe(before + 1);
      await pair.replica.query('select pg_wal_replay_resume()');
      await isHealthy('up');
      expect(await answeredBy(() => idsOf('eventual'))).toEqual({ replica: 1, primary: 0 });
    });
  });

  it('it is used however long the primary rests', async () => {
    await isHealthy('up');
    await new Promise((resolve) => setTimeout(resolve, lagSeconds * 2_000));
    expect(await answeredBy(() => idsOf('eventual'))).toEqual({ replica: 1, primary: 0 });
  });

  describe('under load', () => {
    /** Adds orders one after the other, and walks the list in small pages; answers what was added. */
    async function loaded(breakIt: (added: readonly string[]) => Promise<void>): Promise<string[]> {
      const added: string[] = [];
      let isOver = false;
      const adding = (async () => {
        while (!isOver) added.push((await add()).id);
      })();
      const walking = (async () => {
        while (!isOver) {
          const ids: string[] = [];
          for await (const { id } of api.orders.list({ consistency: 'eventual', limit: 7 })) {
            ids.push(id);
            if (ids.length === 60) break;
          }
          // Newest first, and each was acknowledged before the next was added: what is passed over is a hole.
          const from = added.indexOf(ids[0]!);
          const wanted = added
            .slice(0, from + 1)
            .reverse()
            .slice(0, 60);
          if (from >= 0) expect(ids.slice(0, wanted.length)).toEqual(wanted);
        }
      })();
      try {
        await breakIt(added);
      } finally {
        isOver = true;
        await Promise.all([adding, walking]);
      }
      return added;
    }

    it('it is killed and comes back: every read is answered, none with a hole', async () => {
      await isHealthy('up');
      const added = await loaded(async (added) => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await pair.replica.stop('SIGKILL');
        await isHealthy('degraded');
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        await pair.replica.start();
        await isHealthy('up');
        await eventually(() => added.length > 60 || undefined, 60);
      });
      await pair.caughtUp();
      expect((await idsOf('eventual')).slice(0, 60)).toEqual(added.slice(-60).reverse());
    });

    it('it freezes: reads that wait for it are answered by the primary', async () => {
      await isHealthy('up');
      await loaded(async () => {
        way.freeze();
        await isHealthy('degraded');
        expect(await answeredBy(() => idsOf('eventual'))).toMatchObject({ replica: 0 });
        way.thaw();
        await isHealthy('up');
      });
    });

    it('it is promoted in its primary’s place: nothing that was acknowledged is lost', async () => {
      await isHealthy('up');
      await pair.primary.query(`alter system set synchronous_standby_names = 'replica'`);
      await pair.primary.query('select pg_reload_conf()');
      await eventually(async () => {
        const [row] = await pair.primary.query<{ state: string }>(
          'select sync_state as state from pg_stat_replication',
        );
        return row?.state === 'sync' || undefined;
      });
      const acknowledged: string[] = [];
      let isOver = false;
      const adding = [1, 2, 3].map(async () => {
        while (!isOver) {
          const order = await add().catch(() => undefined);
          if (order) acknowledged.push(order.id);
        }
      });
      await eventually(() => acknowledged.length > 100 || undefined, 60);
      await pair.primary.stop('SIGKILL');
      isOver = true;
      await Promise.all(adding);
      await pair.replica.query('select pg_promote()');
      await server.stop('SIGKILL');
      server = await ServerProcess.start({ ...env(), DATABASE_URL: pair.replica.url });
      api = as(client.token);

      const found = new Set((await api.orders.list({ limit: 100 }).toArray()).map(({ id }) => id));
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
      // The URL of the replica leads to the primary now, which is none.
      await isHealthy('degraded');
      expect(await answeredBy(() => idsOf('eventual'))).toEqual({ replica: 0, primary: 1 });
      expect(told('is no replica')).toBe(1);
      const { id } = await add();
      expect(await idsOf('eventual')).toContain(id);
    });
  });
});
