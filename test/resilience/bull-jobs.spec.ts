import { Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { openPool } from '../../src/database/connections/connections.js';
import { Database } from '../../src/database/database.js';
import { appOrmConfig } from '../../src/database/mikro-orm.config.js';
import { SystemSql } from '../../src/database/tenancy/system-sql.js';
import type { BullQueues } from '../../src/jobs/bull/bull-queues.js';
import { Relay } from '../../src/jobs/bull/relay.js';
import { JobClaims } from '../../src/jobs/job-claims.js';
import { limitsOf } from '../../src/jobs/job-map.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { openBullQueues } from '../support/bull-queues.js';
import { eventually } from '../support/eventually.js';
import { startTestRedis, type TestRedis } from '../support/redis.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

Logger.overrideLogger(false);

describe('jobs that come by Bull', () => {
  let redis: TestRedis;
  let database: TestDatabase;
  let orm: MikroORM;
  let pool: pg.Pool;
  let db: Database;
  const runners: JobRunner[] = [];
  const runs = new Map<string, number>();

  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(() => redis.kill());
  beforeEach(async () => {
    runs.clear();
    await redis.kill();
    await redis.start();
    database = await createTestDatabase();
    orm = await MikroORM.init(appOrmConfig({ url: database.url, poolSize: 4 }));
    pool = openPool(database.url, 'system', 4);
    db = new Database(orm);
  });
  afterEach(async () => {
    redis.thaw();
    await Promise.all(runners.splice(0).map((runner) => runner.stop(100)));
    await pool.end();
    await orm.close();
    await database.drop();
  });

  /** Queues to whose Redis a connection is made. */
  async function openReached(): Promise<BullQueues> {
    const queues = await openBullQueues(redis.url);
    const isReached = () =>
      queues.reach().then(
        () => true,
        () => undefined,
      );
    await eventually(isReached);
    return queues;
  }

  /** A process that runs jobs, each of which takes so long. */
  async function startRunner(
    milliseconds = 0,
    { sql = new SystemSql(pool), bull }: { sql?: SystemSql; bull?: BullQueues } = {},
  ): Promise<JobRunner> {
    const jobs = new Jobs();
    const count = async (id: string) => {
      runs.set(id, (runs.get(id) ?? 0) + 1);
      await sleep(milliseconds);
    };
    jobs.handle('claimed-emails.mail', ({ userId }) => count(userId));
    jobs.handle('imports.run', ({ importId }) => count(importId));
    const runner = new JobRunner(sql, jobs, database.url, {
      bull: bull ?? (await openBullQueues(redis.url)),
    });
    runners.push(runner);
    await runner.start();
    return runner;
  }

  /** Of two tenants in turn. @returns what is to be run */
  async function enqueue(count: number): Promise<string[]> {
    const [ids, tenants] = [Array.from({ length: count }, () => randomUUID()), [randomUUID(), randomUUID()]];
    await db.asSystem('a test asks for work', (em) =>
      new Jobs().enqueueMany(
        em,
        'claimed-emails.mail',
        ids.map((userId, n) => ({ payload: { userId }, tenant: tenants[n % 2]! })),
      ),
    );
    return ids;
  }

  const counts = async () =>
    Object.fromEntries(
      (
        await database.query<{ state: string; n: number }>(
          'select state, count(*)::int as n from jobs group by state',
        )
      ).map(({ state, n }) => [state, n]),
    );
  /** Waits until so many are done, which may take so long. */
  async function allDone(count: number, seconds = 45): Promise<void> {
    await eventually(async () => (await counts()).done === count || undefined, seconds).catch(
      () => undefined,
    );
    expect(await counts()).toEqual({ done: count });
  }
  const expectOnceEach = (ids: readonly string[]) =>
    expect([...runs].sort()).toEqual(ids.map((id) => [id, 1]).sort());

  async function ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(redis.url);
    try {
      return await question(client);
    } finally {
      client.disconnect();
    }
  }
  /** How many jobs Bull has brought to a runner and seen end. */
  const broughtByBull = () =>
    ask(async (client) =>
      Number(/cmdstat_lpush:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0),
    );

  it('run once each, however many runners there are', async () => {
    await Promise.all([1, 2].map(async () => startRunner(0, { bull: await openReached() })));
    const ids = await enqueue(200);
    await allDone(200);
    expectOnceEach(ids);
    expect(await broughtByBull()).toBeGreaterThanOrEqual(200);
  });

  it('are handed in small numbers, so that a new tenant does not wait behind a crowd', async () => {
    await startRunner(20);
    const crowd = await enqueue(300);
    await eventually(() => runs.size > 8 || undefined);
    const [late] = await enqueue(1);
    const before = runs.size;
    await eventually(() => runs.has(late!) || undefined);
    expect([...runs.keys()].indexOf(late!) - before).toBeLessThan(crowd.length / 2);
  });

  it('leave Redis empty behind them', async () => {
    await startRunner();
    await enqueue(50);
    await allDone(50);
    const keys = () => ask((client) => client.keys('*'));
    await eventually(async () => !(await keys()).some((key) => /[0-9a-f]-\d+/.test(key)) || undefined);
    expect((await keys()).filter((key) => !key.startsWith('{waybill}:'))).toEqual([]);
  });

  it('are neither lost nor repeated when Redis is emptied', async () => {
    await Promise.all([startRunner(15), startRunner(15)]);
    const ids = await enqueue(200);
    for (let times = 0; times < 3; times += 1) {
      await sleep(200);
      await ask((client) => client.flushall());
    }
    await allDone(200);
    expectOnceEach(ids);
  });

  it('are handed again by each runner that handed them, once it sees that Redis is another', async () => {
    const queues = await openReached();
    const relays = [1, 2].map((runner) => {
      const limits = () => ({ ...limitsOf('mail'), slots: 1, ahead: 2 * runner - 1 });
      return new Relay(queues, new JobClaims(new SystemSql(pool), runner, limits), limits);
    });
    const handed = async () =>
      (
        await database.query<{ runner: number }>(
          `select runner, count(*)::int from jobs where state = 'handed' group by runner order by runner`,
        )
      ).map(({ runner }) => runner);
    for (const relay of relays) await relay.check();
    await enqueue(10);
    for (const relay of relays) await relay.hand('mail', 1);
    expect(await handed()).toEqual([1, 2]);
    for (const relay of relays) await relay.check();
    expect(await handed()).toEqual([1, 2]);
    await ask((client) => client.flushall());
    await relays[0]!.check();
    expect(await handed()).toEqual([2]);
    await relays[1]!.check();
    expect(await handed()).toEqual([]);
    await queues.close();
  });

  it('are handed once only, also where a runner is told of them before it has looked at Redis', async () => {
    const queues = await openReached();
    const relay = new Relay(queues, new JobClaims(new SystemSql(pool), 1));
    await enqueue(4);
    await relay.hand('mail', 1);
    await relay.check();
    await relay.hand('mail', 1);
    expect(await counts()).toEqual({ handed: 4 });
    expect(await ask((client) => client.llen('{waybill}:mail:wait'))).toBe(4);
    await queues.close();
  });

  it('are handed to a Redis whose connection is only being made', async () => {
    await eventually(async () => {
      const queues = await openBullQueues(redis.url);
      const relay = new Relay(queues, new JobClaims(new SystemSql(pool), 1));
      await relay.check();
      await queues.close();
      return relay.isThere || undefined;
    });
  });

  it('go on beside slow ones that came together with them', async () => {
    const jobs = new Jobs();
    let slow = 0;
    const { promise: end, resolve } = Promise.withResolvers<void>();
    jobs.handle('webhooks.deliver', async ({ attempt }) => {
      if (attempt === 1) return void runs.set(String(runs.size), 1);
      slow += 1;
      await end;
    });
    const runner = new JobRunner(new SystemSql(pool), jobs, database.url, {
      bull: await openBullQueues(redis.url),
    });
    runners.push(runner);
    await runner.start();
    const kinds = Array.from({ length: 1_000 }, (_, n) => (n % 10 === 0 ? 2 : 1));
    await db.asSystem('a test asks for work', (em) =>
      new Jobs().enqueueMany(
        em,
        'webhooks.deliver',
        kinds.map((attempt) => ({
          payload: { deliveryId: randomUUID(), attempt, round: 0 },
          tenant: randomUUID(),
        })),
      ),
    );
    await eventually(() => (runs.size === 900 && slow === 100) || undefined, 60);
    // The ends of the others are noted after they ended.
    await eventually(async () => (await counts()).running === 100 || undefined);
    expect(await counts()).toEqual({ running: 100 });
    resolve();
    await eventually(async () => (await counts()).running === undefined || undefined);
  });

  it('go on without Redis, and by it when it is back', async () => {
    await startRunner(5);
    const before = await enqueue(100);
    await sleep(100);
    await redis.kill();
    const without = await enqueue(50);
    await allDone(150, 10);
    await redis.start();
    await eventually(
      async () => (await ask((client) => client.exists('{waybill}:memory'))) === 1 || undefined,
    );
    const after = await enqueue(50);
    await allDone(200);
    expectOnceEach([...before, ...without, ...after]);
    await eventually(async () => {
      await enqueue(1);
      return (await broughtByBull()) > 0 || undefined;
    });
  });

  it('go on when Redis is deaf, and nothing is repeated when it hears again', async () => {
    await startRunner(5);
    const before = await enqueue(100);
    await sleep(100);
    redis.freeze();
    const without = await enqueue(50);
    await allDone(150, 10);
    redis.thaw();
    await sleep(1_500);
    const after = await enqueue(50);
    await allDone(200);
    expectOnceEach([...before, ...without, ...after]);
  });

  it('do not wait for a Redis that is not there at the start', async () => {
    await redis.kill();
    await startRunner();
    const ids = await enqueue(20);
    await allDone(20, 10);
    expectOnceEach(ids);
    await redis.start();
    await eventually(async () => {
      await enqueue(1);
      return (await broughtByBull()) > 0 || undefined;
    });
  });

  it('are left to others at a stop, which does not wait for Redis', async () => {
    const leaving = await startRunner(30);
    const ids = await enqueue(60);
    await eventually(() => runs.size > 8 || undefined);
    redis.freeze();
    const since = performance.now();
    await leaving.stop(2_000);
    expect(performance.now() - since).toBeLessThan(4_000);
    redis.thaw();
    await startRunner();
    await allDone(60, 45);
    expectOnceEach(ids);
  }, 60_000);

  it('end before a stop does, also those whose claim was under way when it began', async () => {
    const claims = new SlowClaims(pool);
    const leaving = await startRunner(100, { sql: claims });
    await enqueue(4);
    await eventually(async () => ((await counts()).running ?? 0) > 0 || undefined);
    expect(runs.size).toBe(0);
    const stopped = leaving.stop(5_000);
    claims.answer();
    await stopped;
    const { done, ...others } = await counts();
    expect(done).toBe(runs.size);
    expect(done).toBeGreaterThan(0);
    expect(others).not.toHaveProperty('running');
  });

  it('of which Redis lost the ids while nobody looked are handed again', async () => {
    const ids = await enqueue(3);
    await database.query(`update jobs set state = 'handed', claimed_at = now() - interval '31 seconds'`);
    await startRunner();
    await allDone(3);
    expectOnceEach(ids);
  });
});

/** Claims whose answer waits for its sign, however they come; not those that got nothing, after which others follow. */
class SlowClaims extends SystemSql {
  private readonly sign = Promise.withResolvers<void>();

  answer(): void {
    this.sign.resolve();
  }

  override async query<Row extends pg.QueryResultRow>(
    name: string,
    sql: string,
    values?: unknown[],
  ): Promise<Row[]> {
    const rows = await super.query<Row>(name, sql, values);
    if (name.startsWith('jobs_claim') && rows.length > 0) await this.sign.promise;
    return rows;
  }
}
