import { Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import tls from 'node:tls';
import type pg from 'pg';
import { RateLimits } from '../../src/auth/access/rate-limits.js';
import { loadConfig } from '../../src/config.js';
import { openPool } from '../../src/database/connections/connections.js';
import { Database } from '../../src/database/database.js';
import { appOrmConfig } from '../../src/database/mikro-orm.config.js';
import { SystemSql } from '../../src/database/tenancy/system-sql.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { Jobs } from '../../src/jobs/jobs.js';
import { RedisConnection } from '../../src/redis/redis-connection.js';
import { openBullQueues } from '../support/bull-queues.js';
import { eventually } from '../support/eventually.js';
import { startRedisCluster, startTlsRedis, type TestCluster } from '../support/redis-places.js';
import type { TestRedis } from '../support/redis.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

Logger.overrideLogger(false);

let database: TestDatabase;
let orm: MikroORM;
let pool: pg.Pool;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await MikroORM.init(appOrmConfig({ url: database.url, poolSize: 4 }));
  pool = openPool(database.url, 'system', 4);
  db = new Database(orm);
});
afterAll(async () => {
  await pool.end();
  await orm.close();
  await database.drop();
});

async function enqueue(count: number): Promise<void> {
  await database.query('delete from jobs');
  const work = Array.from({ length: count }, () => ({
    payload: { userId: randomUUID() },
    tenant: randomUUID(),
  }));
  await db.asSystem('a test asks for work', (em) => new Jobs().enqueueMany(em, 'claimed-emails.mail', work));
}

const doneJobs = () => database.query(`select from jobs where state = 'done'`);
const allDone = (count: number) =>
  eventually(async () => (await doneJobs()).length === count || undefined, 30);

/** Runs jobs meanwhile, and counts how often each ran. */
async function withRunner(
  url: string,
  env: Record<string, string>,
  work: (runs: Map<string, number>) => Promise<void>,
): Promise<void> {
  const [jobs, runs] = [new Jobs(), new Map<string, number>()];
  jobs.handle('claimed-emails.mail', ({ userId }) => {
    runs.set(userId, (runs.get(userId) ?? 0) + 1);
    return Promise.resolve();
  });
  const bull = await openBullQueues(url, env);
  const isThere = () =>
    bull.memory().then(
      () => true,
      () => undefined,
    );
  await eventually(isThere);
  const runner = new JobRunner(new SystemSql(pool), jobs, database.url, { bull });
  await runner.start();
  try {
    await work(runs);
  } finally {
    await runner.stop(100);
  }
}

/** How many jobs Bull has brought and seen end, by what the server says. */
async function broughtBy({ url }: TestRedis): Promise<number> {
  const client = new Redis(url, { tls: url.startsWith('rediss:') ? {} : undefined });
  try {
    return Number(/cmdstat_lpush:calls=(\d+)/.exec(await client.info('commandstats'))?.[1] ?? 0);
  } finally {
    client.disconnect();
  }
}

/** Counts for several callers in two processes at once. */
async function expectSharedLimits(url: string, env: Record<string, string> = {}): Promise<void> {
  const secret = { JWT_SECRET: 'test-secret-'.repeat(3) };
  const config = loadConfig({
    NODE_ENV: 'test',
    ...secret,
    REDIS_URL: url,
    RATE_LIMIT_PER_MINUTE: '9',
    ...env,
  });
  const connections = [await RedisConnection.open(config), await RedisConnection.open(config)];
  try {
    await eventually(() => connections.every(({ client }) => client?.status === 'ready') || undefined);
    const [one, other] = connections.map((connection) => new RateLimits(config, connection));
    for (let n = 0; n < 12; n += 1) {
      const caller = randomUUID();
      await one!.consume({ caller, team: randomUUID() });
      expect((await other!.consume({ caller, team: randomUUID() })).remaining).toBe(7);
    }
  } finally {
    for (const connection of connections) connection.onApplicationShutdown();
  }
}

describe('Redis by TLS', () => {
  let redis: Awaited<ReturnType<typeof startTlsRedis>>;
  const trusted = tls.getCACertificates('default');
  beforeAll(async () => {
    redis = await startTlsRedis();
  });
  afterEach(() => tls.setDefaultCACertificates(trusted));
  afterAll(() => redis.kill());
  const trust = () => tls.setDefaultCACertificates([...trusted, redis.certificate]);

  it('brings jobs and counts requests', async () => {
    trust();
    await withRunner(redis.url, {}, async (runs) => {
      await enqueue(50);
      await allDone(50);
      expect([...runs.values()]).toEqual(Array(50).fill(1));
    });
    expect(await broughtBy(redis)).toBeGreaterThanOrEqual(50);
    await expectSharedLimits(redis.url);
  });

  it('is not believed with a certificate that nobody vouches for', async () => {
    const queues = await openBullQueues(redis.url);
    await expect(queues.memory()).rejects.toThrow();
    await queues.close();
  });
});

describe('a Redis Cluster', () => {
  let cluster: TestCluster;
  const env = { REDIS_CLUSTER: 'true' };
  beforeAll(async () => {
    cluster = await startRedisCluster();
  }, 30_000);
  afterAll(() => cluster.kill());

  it.each([0, 1, 2])('counts requests together, whichever node is named: %i', async (n) => {
    await expectSharedLimits(cluster.nodes[n]!.url, env);
  });

  it('brings jobs from the node that keeps them, and they go on without it', async () => {
    const holder = await cluster.holderOf('{waybill}:memory');
    const named = cluster.nodes.find((node) => node !== holder)!;
    await withRunner(named.url, env, async (runs) => {
      await enqueue(50);
      await allDone(50);
      expect([...runs.values()]).toEqual(Array(50).fill(1));
      expect(await broughtBy(holder)).toBeGreaterThanOrEqual(50);
      await holder.kill();
      await enqueue(20);
      await allDone(20);
      expect([...runs.values()]).toEqual(Array(70).fill(1));
    });
  }, 90_000);
});
