import { Logger } from '@nestjs/common';
import { runInContext, systemActor } from '../common/http/request-context.js';
import type { ClaimedJob, JobClaims } from './job-claims.js';
import { failureOf, failureReasons, type FailureKind } from './job-failures.js';
import { jobMap, maxAttempts, maxCrashes, retryDelay, type JobName, type QueueName } from './job-map.js';
import type { JobRun } from './job-handling.js';
import type { Jobs } from './jobs.js';

interface Run {
  queue: QueueName;
  /** Its slot is free: what is left is to note that it is done. */
  isOver: boolean;
  noted: Promise<void>;
}

/** Runs claimed jobs and notes their ends, wherever they were claimed. */
export class JobExecution {
  private readonly logger = new Logger(JobExecution.name);
  private readonly running = new Map<string, Run>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly claims: JobClaims,
    private readonly jobs: Jobs,
  ) {}

  get underWay(): string[] {
    return [...this.running.keys()];
  }

  busyWith(queue: QueueName): number {
    return [...this.running.values()].filter((run) => run.queue === queue && !run.isOver).length;
  }

  /**
   * Runs a claimed job. Neither promise rejects.
   * @returns `over` when its slot is free, `noted` when its end is noted
   */
  start(job: ClaimedJob): { over: Promise<void>; noted: Promise<void> } {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const leave = () => {
      run.isOver = true;
      resolve();
    };
    const run: Run = { queue: job.queue, isOver: false, noted: over };
    this.running.set(job.id, run);
    run.noted = this.run(job, leave).finally(() => {
      leave();
      this.running.delete(job.id);
    });
    return { over, noted: run.noted };
  }

  /** Waits for what is under way, and hands back what does not end in time. */
  async stop(patience: Promise<unknown>): Promise<void> {
    this.stopping.abort();
    await Promise.race([Promise.all([...this.running.values()].map(({ noted }) => noted)), patience]);
    if (this.running.size > 0) await this.claims.handBack(this.underWay);
  }

  /** A result that cannot be recorded now is recovered later. */
  private async run(job: ClaimedJob, leave: () => void): Promise<void> {
    try {
      if (job.crashes >= maxCrashes)
        return await this.giveUp(job, 'crashed', `Its runner died ${job.crashes} times over it`);
      const end = await this.handle(job).then(
        (failure) => ({ failure }),
        (error: unknown) => ({ error: error ?? new Error('failed without a reason') }),
      );
      if ('error' in end) return await this.failed(job, end.error);
      if (end.failure !== undefined)
        return await this.claims.buried(job.id, failureReasons[end.failure], end.failure);
      leave();
      await this.claims.done(job.id);
    } catch (lost) {
      this.logger.warn(
        { err: lost, jobId: job.id },
        'The end of a job could not be noted; it will be taken up again',
      );
    }
  }

  /** @returns why the handler gave it up, if it did */
  private async handle(job: ClaimedJob): Promise<FailureKind | undefined> {
    const { handler, payload } = this.handlingOf(job);
    let failure: FailureKind | undefined;
    const run: JobRun = {
      jobId: job.id,
      signal: this.stopping.signal,
      progressed: async () => {
        job.attempts = 1;
        await this.claims.progressed(job.id);
      },
      giveUp: (kind) => void (failure = kind),
    };
    await runInContext(contextOf(job), () => handler(payload, run));
    return failure;
  }

  private handlingOf(job: ClaimedJob) {
    const handling = this.jobs.handlingOf(job.name);
    if (!handling) throw new Error(`No handler for the job ${job.name}`);
    return { ...handling, payload: jobMap[job.name as JobName].parse(job.payload) };
  }

  private async failed(job: ClaimedJob, error: unknown): Promise<void> {
    if (this.stopping.signal.aborted) return this.claims.handBack([job.id]);
    const { id: jobId, name, attempts: attempt, request_id: requestId } = job;
    this.logger.error({ err: error, job: name, jobId, attempt, requestId }, 'Job failed');
    const reason = error instanceof Error ? error.message : 'It threw something that is no error.';
    if (attempt >= maxAttempts) await this.giveUp(job, failureOf(error), reason);
    else await this.claims.failed(jobId, reason.slice(0, 500), retryDelay(attempt));
  }

  /** Tells the handler first that the job will not be done, so that nothing waits for it forever. */
  private async giveUp(job: ClaimedJob, failure: FailureKind, reason: string): Promise<void> {
    this.logger.error({ job: job.name, jobId: job.id, requestId: job.request_id }, 'Job given up');
    const { abandoned, payload } = this.handlingOf(job);
    await runInContext(contextOf(job), async () => abandoned?.(payload));
    await this.claims.buried(job.id, reason.slice(0, 500), failure);
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
