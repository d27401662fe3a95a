import type { EntityManager } from '@mikro-orm/postgresql';
import type { FailureKind } from './job-failures.js';
import type { JobName, JobPayload } from './job-map.js';

/** What a handler gets to know about the run. */
export interface JobRun {
  jobId: string;
  /** Aborts when the process is stopping. */
  signal: AbortSignal;
  /** Records progress, so that earlier runs count neither as failures nor as crashes. */
  progressed(): Promise<void>;
  /** Lets the run end the job as failed for good, for a reason that is no error of ours. */
  giveUp(failure: FailureKind): void;
}

export type JobHandler<N extends JobName> = (payload: JobPayload<N>, run: JobRun) => Promise<void>;

export interface JobHandling<N extends JobName> {
  handler: JobHandler<N>;
  /** Called when the job fails for good, by errors or by dead runners. May be called twice. */
  abandoned?: (payload: JobPayload<N>) => Promise<void>;
  /** Begins anew what failed for good by a job of its own, and settles this; by default the job itself is run again. */
  again?: (em: EntityManager, payload: JobPayload<N>) => Promise<void>;
}
