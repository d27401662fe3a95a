import { Logger } from '@nestjs/common';
import pg from 'pg';
import { MikroORM } from '@mikro-orm/postgresql';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '../../src/database/connections/connections.js';
import { Database } from '../../src/database/database.js';
import { appOrmConfig } from '../../src/database/mikro-orm.config.js';
import { SystemSql } from '../../src/database/tenancy/system-sql.js';
import { limitsOf, maxAttempts } from '../../src/jobs/job-map.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { Jobs, type JobRun } from '../../src/jobs/jobs.js';
import { openAdmin } from '../support/admin.js';
import { openRival } from '../support/row-locks.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

Logger.overrideLogger(false);

describe('jobs', () => {
  const { slots } = limitsOf('housekeeping');
  let database: TestDatabase;
  let orm: MikroORM;
  let sql: SystemSql;
  let systemPool: pg.Pool;
  let db: Database;
  const runners: JobRunner[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    orm = await MikroORM.init(appOrmConfig({ url: database.url, poolSize: 4 }));
    systemPool = openPool(database.url, 'system', 4);
    sql = new SystemSql(systemPool);
    db = new Database(orm);
  });
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop(100)));
    await systemPool.end();
    await orm.close();
    await database.drop();
  });

  type Work = (run: JobRun) => Promise<void>;

  async function startRunner(
    work: Work,
    imports: Work = () => Promise.resolve(),
    abandoned: (importId: string) => void = () => undefined,
  ): Promise<JobRunner> {
    const jobs = new Jobs();
    jobs.handle('housekeeping.run', (_payload, run) => work(run));
    jobs.handle('imports.run', (_payload, run) => imports(run), {
      abandoned: ({ importId }) => Promise.resolve(abandoned(importId)),
    });
    const runner = new JobRunner(sql, jobs, database.url);
    runners.push(runner);
    await runner.start();
    return runner;
  }

  const enqueue = () =>
    db.asSystem('a test asks for work', (em) => new Jobs().enqueue(em, 'housekeeping.run', {}));
  const enqueueImport = (tenant: string, importId: string = randomUUID()) =>
    db.asSystem('a test asks for work', (em) =>
      new Jobs().enqueue(em, 'imports.run', { importId }, { tenant }),
    );
  const hang = () => new Promise<void>(() => undefined);
  const stateOf = async (id: string) =>
    (
      await database.query<{ state: string; attempts: number }>(
        'select state, attempts from jobs where id = $1',
        [id],
      )
    )[0]!;

  async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 400 && !(await condition()); tries++) await sleep(25);
    expect(await condition()).toBe(true);
  }

  it('run once each, however many runners there are', async () => {
    const runs: string[] = [];
    const note = (run: JobRun) => Promise.resolve(void runs.push(run.jobId));
    await Promise.all([startRunner(note), startRunner(note)]);
    const ids = await Promise.all(Array.from({ length: 20 }, enqueue));
    await until(async () => (await database.query(`select 1 from jobs where state = 'done'`)).length === 20);
    expect(runs.sort()).toEqual(ids.sort());
  });

  it('leave their slot to the next before their end is noted', async () => {
    const running: string[] = [];
    const { promise: told, resolve: tell } = Promise.withResolvers<void>();
    await startRunner(({ jobId }) => (running.push(jobId) > slots ? Promise.resolve() : told));
    const first = await Promise.all(Array.from({ length: slots }, enqueue));
    await until(() => running.length === slots);
    const last = await enqueue();
    const rival = await openRival(database);
    await rival.query('select 1 from jobs where id = any($1) for update', [first]);
    tell();
    await until(() => running.includes(last));
    expect((await stateOf(first[0]!)).state).toBe('running');
    await rival.giveWay();
    for (const id of [...first, last]) await until(async () => (await stateOf(id)).state === 'done');
  });

  it('do not exist when the transaction that asked for them fails', async () => {
    const failing = db.asSystem('a test asks for work', async (em) => {
      await new Jobs().enqueue(em, 'housekeeping.run', {});
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.query('select 1 from jobs')).toEqual([]);
  });

  it('are tried again after a failure', async () => {
    let runs = 0;
    await startRunner(() => (++runs === 1 ? Promise.reject(new Error('first time')) : Promise.resolve()));
    const id = await enqueue();
    await until(async () => (await stateOf(id)).state === 'done');
    expect((await stateOf(id)).attempts).toBe(2);
  });

  it('are not done when they fail without a reason', async () => {
    await startRunner(() => new Promise((_, reject) => void setImmediate(reject)));
    const id = await enqueue();
    await until(async () => {
      const { state, attempts } = await stateOf(id);
      return state !== 'running' && attempts > 0;
    });
    expect((await stateOf(id)).state).not.toBe('done');
  });

  it('that fail for the last time are given up, with the beginning of their reason', async () => {
    const [reason, importId] = [Array.from({ length: 200 }, (_, n) => `${n}`).join(' '), randomUUID()];
    const id = await enqueueImport(randomUUID(), importId);
    await database.query('update jobs set attempts = $1', [maxAttempts - 1]);
    const abandoned: string[] = [];
    await startRunner(
      hang,
      () => Promise.reject(new Error(reason)),
      (given) => abandoned.push(given),
    );
    await until(async () => (await stateOf(id)).state === 'dead');
    expect(abandoned).toEqual([importId]);
    const [job] = await database.query<{ last_error: string }>('select last_error from jobs');
    expect(job?.last_error).toBe(reason.slice(0, 500));
  });

  it('of a runner that died are taken up by another', async () => {
    const id = await enqueue();
    const dead = 4711;
    const alive = new pg.Client({ connectionString: database.url });
    await alive.connect();
    await alive.query('select pg_advisory_lock_shared(8154, $1)', [dead]);
    await database.query(`update jobs set state = 'running', runner = $2, attempts = 1 where id = $1`, [
      id,
      dead,
    ]);
    let runs = 0;
    await startRunner(() => Promise.resolve(void runs++));
    await sleep(1_500);
    expect(runs).toBe(0);
    await alive.end();
    await until(async () => (await stateOf(id)).state === 'done');
    expect(runs).toBe(1);
  });

  it('are not taken up by a runner that cannot prove yet that it lives', async () => {
    let runs = 0;
    await startRunner(() => Promise.resolve(void runs++));
    const [runner] = await database.query<{ id: number; pid: number }>(
      `select objid::int as id, pid from pg_locks where locktype = 'advisory' and classid = 8154
          and database = (select oid from pg_database where datname = current_database())`,
    );
    const [rival, admin] = await Promise.all([openAdmin(database.url), openAdmin(database.url)]);
    const someoneWaits = async () =>
      (
        await admin.query('select from pg_locks where classid = 8154 and objid = $1 and not granted', [
          runner!.id,
        ])
      ).rowCount === 1;
    const locked = rival.query('select pg_advisory_lock(8154, $1)', [runner!.id]);
    await until(someoneWaits);
    await admin.query('select pg_terminate_backend($1)', [runner!.pid]);
    await locked;
    await until(someoneWaits);
    await admin.end();
    const id = await enqueue();
    await sleep(2_500);
    expect(runs).toBe(0);
    await rival.end();
    await until(async () => (await stateOf(id)).state === 'done');
    expect(runs).toBe(1);
  });

  it('of one kind do not wait behind those of another', async () => {
    await startRunner(() => Promise.resolve(), hang);
    for (let tenant = 0; tenant < 8; tenant += 1) await enqueueImport(randomUUID());
    const short = await enqueue();
    await until(async () => (await stateOf(short)).state === 'done');
  });

  it('that are imports run one at a time for each tenant, whatever the number of runners', async () => {
    const under = new Map<string, number>();
    let most = 0;
    const tenantOf = new Map<string, string>();
    const work = async ({ jobId }: JobRun) => {
      const tenant = tenantOf.get(jobId)!;
      under.set(tenant, (under.get(tenant) ?? 0) + 1);
      most = Math.max(most, under.get(tenant)!);
      await sleep(15);
      under.set(tenant, under.get(tenant)! - 1);
    };
    const tenants = [randomUUID(), randomUUID()];
    for (let n = 0; n < 24; n += 1) {
      const tenant = tenants[n % 2]!;
      tenantOf.set(await enqueueImport(tenant), tenant);
    }
    await Promise.all([1, 2, 3].map(() => startRunner(hang, work)));
    await until(async () => (await database.query(`select 1 from jobs where state = 'done'`)).length === 24);
    expect(most).toBe(1);
  });

  it('are taken from each tenant in turn, the oldest first', async () => {
    const [crowd, other] = [randomUUID(), randomUUID()];
    const nameOf = new Map<string, string>();
    for (let n = 1; n <= 12; n += 1) nameOf.set(await enqueueImport(crowd), `crowd ${n}`);
    for (let n = 1; n <= 2; n += 1) nameOf.set(await enqueueImport(other), `other ${n}`);
    const order: string[] = [];
    await startRunner(hang, async ({ jobId }) => {
      order.push(nameOf.get(jobId)!);
      await sleep(30);
    });
    await until(() => order.length === 14);
    expect(order.filter((name) => name.startsWith('crowd'))).toEqual(
      Array.from({ length: 12 }, (_, n) => `crowd ${n + 1}`),
    );
    expect(order.slice(0, 2)).toContain('other 1');
    expect(order.indexOf('other 2')).toBeLessThan(order.indexOf('crowd 12'));
  });

  it('whose runner dies over them again and again are given up, unless they get on', async () => {
    const abandoned: string[] = [];
    let runs = 0;
    const [poison, import1] = [randomUUID(), randomUUID()];
    const [bad, good] = [
      await enqueueImport(randomUUID(), poison),
      await enqueueImport(randomUUID(), import1),
    ];
    for (let crash = 1; crash <= 3; crash += 1) {
      await crashOver([bad, good], (id) => id === good && crash === 2);
    }
    await startRunner(
      hang,
      () => Promise.resolve(void runs++),
      (importId) => abandoned.push(importId),
    );
    await until(async () => (await stateOf(bad)).state === 'dead' && (await stateOf(good)).state === 'done');
    expect(abandoned).toEqual([poison]);
    expect(runs).toBe(1);
  });

  /** A runner takes the jobs up and dies; those that `getsOn` says have told of progress before. */
  async function crashOver(ids: string[], getsOn: (id: string) => boolean): Promise<void> {
    const taken = new Set<string>();
    const runner = await startRunner(hang, async (run) => {
      if (getsOn(run.jobId)) await run.progressed();
      taken.add(run.jobId);
      await hang();
    });
    await until(() => ids.every((id) => taken.has(id)));
    runners.splice(runners.indexOf(runner), 1);
    // Its connection and the lock that proves its life go; what it had under way stays marked as running.
    const running = await database.query<{ id: string; runner: number }>(
      `select id, runner from jobs where state = 'running'`,
    );
    await runner.stop(0);
    for (const { id, runner: dead } of running)
      await database.query(
        `update jobs set state = 'running', runner = $2, attempts = attempts + 1 where id = $1`,
        [id, dead],
      );
  }

  it('under way at a stop are handed back, and others wait', async () => {
    let started = false;
    const runner = await startRunner(({ signal }) => {
      started = true;
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    });
    const id = await enqueue();
    await until(() => started);
    await runner.stop(1_000);
    expect(await stateOf(id)).toEqual({ state: 'waiting', attempts: 0 });
  });

  it('that will not end in time are handed back, and their late end changes nothing', async () => {
    let end: (() => void) | undefined;
    const runner = await startRunner(() => new Promise((resolve) => (end = resolve)));
    const id = await enqueue();
    await until(() => end !== undefined);
    await runner.stop(50);
    expect((await stateOf(id)).state).toBe('waiting');
    end!();
    await sleep(200);
    expect((await stateOf(id)).state).toBe('waiting');
  });
});
