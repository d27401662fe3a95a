/**
 * Measures how many jobs a second one process gets through, of jobs that do nothing and wait already: from the table,
 * from the table by Bull; beside them bare Bull, which keeps no rows, and graphile-worker, which keeps them in PostgreSQL
 * too. As many at once as deliveries of webhooks may be. In turn, several times; the medians count. Needs redis-server.
 *
 *   npm run bench:jobs -- 20000 3     jobs, rounds
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import Bull from 'bull';
import { Logger, run as runGraphile, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { howMany } from './support/arguments.mjs';
import { CONFIG } from '../build/config.js';
import { openPool } from '../build/database/connections/connections.js';
import { startEmbeddedPostgres } from '../build/database/embedded/embedded-postgres.js';
import { migrate } from '../build/database/migrate.js';
import { SystemSql } from '../build/database/tenancy/system-sql.js';
import { BullQueues, BullQueuesModule } from '../build/jobs/bull/bull-queues.js';
import { limitsOf } from '../build/jobs/job-map.js';
import { JobRunner } from '../build/jobs/job-runner.js';
import { Jobs } from '../build/jobs/jobs.js';
import { freePort } from '../test/chaos/support/processes.mjs';

const [count, rounds] = [20_000, 3].map((usual, n) => howMany(process.argv[n + 2], usual));
const { slots } = limitsOf('webhooks');
const tenants = 25;
const bars = { inProcess: 5_000, ofBareBull: 0.4 };

const dataDir = await mkdtemp(join(tmpdir(), 'waybill-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir });
const port = await freePort();
const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
  stdio: 'ignore',
});
const redisUrl = `redis://127.0.0.1:${port}`;
await migrate(postgres.url);
const pool = openPool(postgres.url, 'system', 4);
try {
  await delay(500);
  await runMigrations({ connectionString: postgres.url });
  const ways = {
    'bare Bull': bareBull,
    'graphile-worker': graphileWorker,
    'from the table': () => outbox(),
    'by Bull': async () => outbox(await openBullQueues()),
  };
  const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, measure] of Object.entries(ways)) taken[name].push(await measure());
  const [bare, , inProcess, byBull] = Object.entries(taken).map(([name, seconds]) => report(name, seconds));
  console.log(`by Bull: ${((byBull / bare) * 100).toFixed(0)} % of bare Bull`);
  process.exitCode = inProcess >= bars.inProcess && byBull >= bars.ofBareBull * bare ? 0 : 1;
} finally {
  await pool.end();
  await postgres.stop();
  redis.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
}
process.exit();

/** @returns seconds until all rows say that they are done */
async function outbox(bull) {
  await pool.query('delete from jobs');
  await pool.query(
    `insert into jobs (id, name, queue, payload, state, tenant, attempts, run_at, request_id, created_at)
     select gen_random_uuid(), 'claimed-emails.mail', 'mail', jsonb_build_object('userId', gen_random_uuid()), 'waiting',
            md5((n % $2)::text)::uuid, 0, now(), 'bench', now()
       from generate_series(1, $1::int) n`,
    [count, tenants],
  );
  await pool.query('analyze jobs');
  const jobs = new Jobs();
  let runs = 0;
  jobs.handle('claimed-emails.mail', () => Promise.resolve(void runs++));
  const limits = () => ({ ...limitsOf('webhooks'), perTenant: count, perTeam: count });
  const runner = new JobRunner(new SystemSql(pool), jobs, postgres.url, { bull, limits });
  const since = performance.now();
  await runner.start();
  for (let left = true; left;) {
    await delay(20);
    if (runs < count) continue;
    const { rows } = await pool.query("select from jobs where state <> 'done' limit 1");
    left = rows.length > 0;
  }
  const seconds = (performance.now() - since) / 1000;
  await runner.stop();
  if (runs !== count) throw new Error(`${runs} runs of ${count} jobs`);
  return seconds;
}

async function bareBull() {
  const queue = new Bull('bare', redisUrl, {
    defaultJobOptions: { removeOnComplete: true },
    settings: { maxStalledCount: 1_000 },
  });
  for (let n = 0; n < count; n += 1_000)
    await queue.addBulk(Array.from({ length: 1_000 }, () => ({ data: { id: randomUUID() } })));
  let runs = 0;
  const since = performance.now();
  await new Promise((resolve) => {
    queue.on('completed', () => (runs += 1) === count && resolve());
    void queue.process(slots, () => Promise.resolve());
  });
  const seconds = (performance.now() - since) / 1000;
  await queue.close();
  return seconds;
}

async function openBullQueues() {
  class Settings {}
  Module({ providers: [{ provide: CONFIG, useValue: { REDIS_URL: redisUrl } }], exports: [CONFIG] })(
    Settings,
  );
  class App {}
  Module({ imports: [{ module: Settings, global: true }, BullQueuesModule.register()] })(App);
  const app = await NestFactory.createApplicationContext(App, { logger: false });
  return app.get(BullQueues, { strict: false });
}

/** With the settings of its own benchmark: it takes and notes jobs in batches. */
async function graphileWorker() {
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(
    `select graphile_worker.add_jobs(array(
       select json_populate_record(null::graphile_worker.job_spec, json_build_object(
         'identifier', 'nothing', 'payload', json_build_object('id', gen_random_uuid())))
         from generate_series(1, $1::int)))`,
    [count],
  );
  let runs = 0;
  const since = performance.now();
  const runner = await runGraphile({
    connectionString: postgres.url,
    concurrency: slots,
    maxPoolSize: 10,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: { nothing: () => void runs++ },
    preset: { worker: { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  for (let left = true; left;) {
    await delay(20);
    if (runs < count) continue;
    left = (await client.query('select from graphile_worker._private_jobs limit 1')).rowCount > 0;
  }
  const seconds = (performance.now() - since) / 1000;
  await runner.stop();
  await client.end();
  return seconds;
}

/** @returns jobs a second, of the median */
function report(what, seconds) {
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)];
  const rate = count / median;
  const rates = seconds.map((each) => Math.round(count / each)).join(', ');
  console.log(`${what.padEnd(15)} ${count} jobs in ${median.toFixed(2)} s: ${Math.round(rate)}/s (${rates})`);
  return rate;
}
