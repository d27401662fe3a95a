import { Logger } from '@nestjs/common';
import pg from 'pg';
import { MikroORM } from '@mikro-orm/postgresql';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPool } from '../../src/database/connections.js';
import { Database } from '../../src/database/database.js';
import { appOrmConfig } from '../../src/database/mikro-orm.config.js';
import { SystemSql } from '../../src/database/system-sql.js';
import { JobRunner } from '../../src/jobs/job-runner.js';
import { Jobs, type JobRun } from '../../src/jobs/jobs.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

Logger.overrideLogger(false);

describe('jobs', () => {
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

  async function startRunner(work: (run: JobRun) => Promise<void>): Promise<JobRunner> {
    const jobs = new Jobs();
    jobs.handle('housekeeping.run', (_payload, run) => work(run));
    const runner = new JobRunner(sql, jobs, database.url);
    runners.push(runner);
    await runner.start();
    return runner;
  }

  const enqueue = () =>
    db.asSystem('a test asks for work', (em) => new Jobs().enqueue(em, 'housekeeping.run', {}));
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

  it('do not exist when the transaction that asked for them fails', async () => {
    const failing = db.asSystem('a test asks for work', async (em) => {
      await new Jobs().enqueue(em, 'housekeeping.run', {});
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.query('select 1 from jobs')).toEqual([]);
  });

  it('are tried again after a failure', async () => {
    await startRunner((run) =>
      run.attempt === 1 ? Promise.reject(new Error('first time')) : Promise.resolve(),
    );
    const id = await enqueue();
    await until(async () => (await stateOf(id)).state === 'done');
    expect((await stateOf(id)).attempts).toBe(2);
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
