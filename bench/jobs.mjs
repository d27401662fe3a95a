/**
 * Measures how many jobs a second one process gets through, of jobs that do nothing and wait already: from the table,
 * from the table by Bull, and, as the floor, by bare Bull, which keeps no rows. Needs redis-server.
 *
 *   npm run bench:jobs -- 20000 100     jobs, slots
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
import { CONFIG } from '../dist/config.js';
import { openPool } from '../dist/database/connections/connections.js';
import { startEmbeddedPostgres } from '../dist/database/embedded/embedded-postgres.js';
import { migrate } from '../dist/database/migrate.js';
import { SystemSql } from '../dist/database/tenancy/system-sql.js';
import { BullQueues, BullQueuesModule } from '../dist/jobs/bull/bull-queues.js';
import { JobRunner } from '../dist/jobs/job-runner.js';
import { Jobs } from '../dist/jobs/jobs.js';
import { freePort } from '../test/chaos/support/processes.mjs';

const [count, slots] = [20_000, 100].map((usual, n) => Number(process.argv[n + 2] ?? usual));
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
  const bare = report('bare Bull', await bareBull());
  const inProcess = report('from the table', await outbox());
  const byBull = report('by Bull', await outbox(await openBullQueues()));
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
  await pool.query('truncate jobs');
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
  const limits = () => ({ slots, perTenant: 1_000_000, ahead: 2 });
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

/** @returns jobs a second */
function report(what, seconds) {
  const rate = count / seconds;
  console.log(`${what.padEnd(15)} ${count} jobs in ${seconds.toFixed(2)} s: ${Math.round(rate)}/s`);
  return rate;
}
