import { Injectable, Logger } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { runInContext, systemActor } from '../common/http/request-context.js';
import { openClient } from '../database/connections/connections.js';
import { ListeningClient } from '../database/connections/listening-client.js';
import { SystemSql } from '../database/tenancy/system-sql.js';
import { JobClaims, runnerLocks, type ClaimedJob } from './job-claims.js';
import {
  jobMap,
  limitsOf,
  maxAttempts,
  maxCrashes,
  queueNames,
  retryDelay,
  type JobName,
  type QueueName,
} from './job-map.js';
import { jobChannel, Jobs, type JobRun } from './jobs.js';

const pollMilliseconds = 1_000;

/**
 * Runs jobs in this process, straight from their table. On {@link stop} it takes no more, waits a while for
 * running ones, then releases the rest.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private readonly id = randomInt(1, 2 ** 31 - 1);
  private readonly claims: JobClaims;
  private readonly running = new Map<string, Promise<void>>();
  private readonly busy = new Map<QueueName, number>(queueNames.map((queue) => [queue, 0]));
  private readonly stopping = new AbortController();
  /** By its advisory lock it also proves that this runner is alive: without, its jobs would look like a dead one's. */
  private readonly listener: ListeningClient;
  private timer?: NodeJS.Timeout;
  private pumping?: Promise<void>;
  private stopped?: Promise<void>;
  private again = false;

  constructor(
    sql: SystemSql,
    private readonly jobs: Jobs,
    url: string,
  ) {
    this.claims = new JobClaims(sql, this.id);
    this.listener = new ListeningClient({
      open: () => openClient(url, 'jobs'),
      channel: jobChannel,
      prepare: (client) => client.query('select pg_advisory_lock_shared($1, $2)', [runnerLocks, this.id]),
      heard: () => this.wake(),
      back: () => this.wake(),
    });
  }

  async start(): Promise<void> {
    await this.listener.start();
    this.timer = setInterval(() => this.wake(), pollMilliseconds);
    this.wake();
  }

  /** @param graceMilliseconds how long to wait for running jobs; only the first call's value counts */
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
    if (left.length > 0) await this.claims.handBack(left);
    await this.listener.stop();
  }

  private wake(): void {
    this.again = true;
    this.pumping ??= this.pump()
      .catch((error: unknown) => this.logger.warn({ err: error }, 'Jobs could not be fetched; trying again'))
      .finally(() => (this.pumping = undefined));
  }

  private async pump(): Promise<void> {
    while (this.again && this.mayClaim) {
      this.again = false;
      await this.claims.recover([...this.running.keys()]);
      for (const queue of queueNames) await this.fill(queue);
    }
  }

  private get mayClaim(): boolean {
    return this.listener.isUp && !this.stopping.signal.aborted;
  }

  /** Starts jobs of a queue until its slots are full or none may start. */
  private async fill(queue: QueueName): Promise<void> {
    for (let claimed = true; claimed && this.mayClaim;) {
      const free = limitsOf(queue).slots - this.busy.get(queue)!;
      if (free === 0) return;
      const jobs = await this.claims.claim(queue, free);
      for (const job of jobs) this.take(queue, job);
      claimed = jobs.length > 0;
    }
  }

  private take(queue: QueueName, job: ClaimedJob): void {
    this.count(queue, 1);
    const run = this.run(job).finally(() => {
      this.count(queue, -1);
      this.running.delete(job.id);
      this.wake();
    });
    this.running.set(job.id, run);
  }

  private count(queue: QueueName, more: number): void {
    this.busy.set(queue, this.busy.get(queue)! + more);
  }

  /** Never throws: a result that cannot be recorded now is recovered by a later claim. */
  private async run(job: ClaimedJob): Promise<void> {
    try {
      if (job.crashes >= maxCrashes)
        return await this.giveUp(job, `Its runner died ${job.crashes} times over it`);
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
    const { handler, payload } = this.handlingOf(job);
    const run: JobRun = {
      jobId: job.id,
      signal: this.stopping.signal,
      progressed: async () => {
        job.attempts = 1;
        await this.claims.progressed(job.id);
      },
    };
    await runInContext(contextOf(job), () => handler(payload, run));
  }

  private handlingOf(job: ClaimedJob) {
    const handling = this.jobs.handlingOf(job.name);
    if (!handling) throw new Error(`No handler for the job ${job.name}`);
    return { ...handling, payload: jobMap[job.name as JobName].parse(job.payload) };
  }

  private async note(job: ClaimedJob, error: unknown): Promise<void> {
    if (error === undefined) return this.claims.done(job.id);
    if (this.stopping.signal.aborted) return this.claims.handBack([job.id]);
    const { id: jobId, name, attempts: attempt, request_id: requestId } = job;
    this.logger.error({ err: error, job: name, jobId, attempt, requestId }, 'Job failed');
    const reason = error instanceof Error ? error.message : 'It threw something that is no error.';
    if (attempt >= maxAttempts) await this.giveUp(job, reason);
    else await this.claims.failed(jobId, 'waiting', reason.slice(0, 500), retryDelay(attempt));
  }

  /** Tells the handler first that the job will not be done, so that nothing waits for it forever. */
  private async giveUp(job: ClaimedJob, reason: string): Promise<void> {
    this.logger.error({ job: job.name, jobId: job.id, requestId: job.request_id }, 'Job given up');
    const { abandoned, payload } = this.handlingOf(job);
    await runInContext(contextOf(job), async () => abandoned?.(payload));
    await this.claims.failed(job.id, 'dead', reason.slice(0, 500), 0);
  }
}

function contextOf(job: ClaimedJob) {
  return {
    requestId: job.request_id,
    traceparent: job.traceparent,
    scope: { audience: 'none' } as const,
    actor: systemActor,
  };
}
