import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ServerProcess } from '../support/server-process.js';
import { onServer } from '../support/test-database.js';

/** Runners show that they live by an advisory lock with this first key. */
const runnerLocks = 8_154;

describe('a worker beside the API', () => {
  const name = `waybill_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(process.env.TEST_DATABASE_URL!);
  const server = new pg.Client({ connectionString: url.href });
  let dataDir: string;
  let database: pg.Client;
  const started: ServerProcess[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'waybill-worker-'));
    await server.connect();
    await server.query(`create database ${name}`);
    url.pathname = name;
    database = new pg.Client({ connectionString: url.href });
    await database.connect();
  });
  afterAll(async () => {
    await Promise.all(started.map((each) => each.stop()));
    await database.end();
    await server.end();
    await onServer(process.env.TEST_DATABASE_URL!, `drop database ${name} with (force)`);
    await rm(dataDir, { recursive: true });
  });

  it('migrates an empty database together with it, and alone runs the jobs', async () => {
    const env = { DATABASE_URL: url.href, DATA_DIR: dataDir, RUN_JOBS: 'worker', LOG_LEVEL: 'warn' };
    const [api, twin] = await Promise.all([ServerProcess.start(env), ServerProcess.start(env)]);
    started.push(api, twin);
    await database.query('set role waybill_system');
    expect(await runners()).toBe(0);

    const id = randomUUID();
    await database.query(
      `insert into jobs (id, name, queue, payload, state, attempts, run_at, request_id, created_at)
       values ($1, 'housekeeping.run', 'housekeeping', '{}', 'waiting', 0, now(), '', now())`,
      [id],
    );
    const worker = new ServerProcess(env, '', 'dist/worker.js');
    started.push(worker);
    await worker.says('Waybill runs jobs');
    expect(await runners()).toBe(1);
    await eventually(async () => {
      const { rows } = await database.query<{ state: string }>('select state from jobs where id = $1', [id]);
      return rows[0]?.state === 'done';
    });
    expect(await worker.stop()).toBe(0);
    expect(await runners()).toBe(0);
  }, 120_000);

  async function runners(): Promise<number> {
    const { rows } = await database.query(
      `select 1 from pg_locks where locktype = 'advisory' and classid = ${runnerLocks}
          and database = (select oid from pg_database where datname = current_database())`,
    );
    return rows.length;
  }
});

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
