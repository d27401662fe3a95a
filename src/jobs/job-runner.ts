import { Injectable, Logger } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import type pg from 'pg';
import { runInContext, systemActor } from '../common/request-context.js';
import { openClient } from '../database/connections.js';
import { SystemSql } from '../database/system-sql.js';
import { jobMap, maxAttempts, retryDelay, type JobName } from './job-map.js';
import { jobChannel, Jobs } from './jobs.js';

interface ClaimedJob {
  id: string;
  name: string;
  payload: Record<string, unknown>;
  attempts: number;
  request_id: string;
}

/** First key of the advisory locks by which runners show that they are alive. */
const runnerLocks = 8_154;
const pollMilliseconds = 1_000;

/**
 * Due jobs; also those of dead runners and those this runner ended without being able to note it.
 * Tenants with less work under way come first.
 */
const claimSql = `
  update jobs set state = 'running', runner = $1, attempts = attempts + 1
   where id = (
     select j.id from jobs j
      where j.run_at <= now()
        and (j.state = 'waiting' or (j.state = 'running' and j.runner = $1 and j.id <> all($2)) or (j.state = 'running' and not exists (
              select 1 from pg_locks l
               where l.locktype = 'advisory' and l.classid = ${runnerLocks} and l.objid = j.runner::oid
                 and l.database = (select oid from pg_database where datname = current_database()))))
      order by (select count(*) from jobs r where r.state = 'running' and r.tenant = j.tenant), j.run_at, j.id
      limit 1 for update of j skip locked)
  returning id, name, payload, attempts, request_id`;

const doneSql = `
  update jobs set state = 'done', runner = null, finished_at = now(), last_error = null where id = $1 and runner = $2`;
const stoppedSql = `
  update jobs set state = 'waiting', runner = null, attempts = attempts - 1 where id = $1 and runner = $2`;
const failedSql = `
  update jobs set state = $2::varchar, runner = null, last_error = $3, run_at = now() + make_interval(secs => $4),
         finished_at = case when $2::varchar = 'failed' then now() end where id = $1 and runner = $5`;
const handBackSql = `
  update jobs set state = 'waiting', runner = null, attempts = attempts - 1 where id = any($1) and runner = $2`;

/**
 * Runs jobs in this process, straight from their table.
 * On {@link stop} it takes no more, lets running ones end for a while, then hands the rest back.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private readonly id = randomInt(1, 2 ** 31 - 1);
  private readonly running = new Map<string, Promise<void>>();
  private readonly stopping = new AbortController();
  private listener?: pg.Client;
  private timer?: NodeJS.Timeout;
  private pumping?: Promise<void>;
  private stopped?: Promise<void>;
  private again = false;

  constructor(
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly url: string,
    private readonly concurrency = 3,
  ) {}

  async start(): Promise<void> {
    await this.listen();
    this.timer = setInterval(() => this.wake(), pollMilliseconds);
    this.wake();
  }

  /** @param graceMilliseconds how long running jobs may take to end; only the first call's counts */
  stop(graceMilliseconds = 9_500): Promise<void> {
    return (this.stopped ??= this.finish(graceMilliseconds));
  }

  private async finish(graceMilliseconds: number): Promise<void> {
    clearInterval(this.timer);
    this.stopping.abort();
    const patience = new Promise((resolve) => setTimeout(resolve, graceMilliseconds).unref());
    await Promise.race([this.pumping, patience]);
    await Promise.race([Promise.allSettled(this.running.values()), patience]);
    const left = [...this.running.keys()];
    if (left.length > 0) await this.sql.query('jobs_hand_back', handBackSql, [left, this.id]);
    await this.listener?.end().catch(() => undefined);
  }

  /** One connection both hears of new jobs and, by its advisory lock, proves that this runner lives. */
  private async listen(): Promise<void> {
    const client = openClient(this.url, 'jobs');
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    client.on('notification', () => this.wake());
    this.listener = client;
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1, $2)', [runnerLocks, this.id]);
    await client.query(`listen ${jobChannel}`);
  }

  private reconnect(lost: pg.Client): void {
    if (this.stopping.signal.aborted || this.listener !== lost) return;
    this.listener = undefined;
    setTimeout(
      () => void this.listen().catch(() => this.listener && this.reconnect(this.listener)),
      500,
    ).unref();
  }

  private wake(): void {
    this.again = true;
    this.pumping ??= this.pump()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'Jobs could not be fetched; trying again'))
      .finally(() => (this.pumping = undefined));
  }

  private async pump(): Promise<void> {
    while (this.again && !this.stopping.signal.aborted) {
      this.again = false;
      while (this.running.size < this.concurrency && this.listener && !this.stopping.signal.aborted) {
        const [job] = await this.sql.query<ClaimedJob>('jobs_claim', claimSql, [
          this.id,
          [...this.running.keys()],
        ]);
        if (!job) break;
        const run = this.run(job).finally(() => {
          this.running.delete(job.id);
          this.wake();
        });
        this.running.set(job.id, run);
      }
    }
  }

  /** Never throws: what cannot be noted now is seen by a later claim. */
  private async run(job: ClaimedJob): Promise<void> {
    try {
      const error = await this.handle(job).then(
        () => undefined,
        (reason: unknown) => reason ?? new Error('failed without a reason'),
      );
      await this.note(job, error);
    } catch (lost) {
      this.logger.warn(
        { err: lost, jobId: job.id },
        'The end of a job could not be noted; it will be taken up again',
      );
    }
  }

  private async handle(job: ClaimedJob): Promise<void> {
    const handler = this.jobs.handlerOf(job.name);
    if (!handler) throw new Error(`No handler for the job ${job.name}`);
    const payload = jobMap[job.name as JobName].parse(job.payload);
    const context = { requestId: job.request_id, scope: { audience: 'none' } as const, actor: systemActor };
    const run = { jobId: job.id, attempt: job.attempts, signal: this.stopping.signal };
    await runInContext(context, () => handler(payload, run));
  }

  private async note(job: ClaimedJob, error: unknown): Promise<void> {
    if (error === undefined) {
      await this.sql.query('jobs_done', doneSql, [job.id, this.id]);
    } else if (this.stopping.signal.aborted) {
      await this.sql.query('jobs_stopped', stoppedSql, [job.id, this.id]);
    } else {
      const state = job.attempts >= maxAttempts ? 'failed' : 'waiting';
      const { id: jobId, name, attempts: attempt, request_id: requestId } = job;
      this.logger.error({ err: error, job: name, jobId, attempt, requestId }, 'Job failed');
      const reason = (error instanceof Error ? error.message : 'It threw something that is no error.').slice(
        0,
        500,
      );
      await this.sql.query('jobs_failed', failedSql, [jobId, state, reason, retryDelay(attempt), this.id]);
    }
  }
}
