import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { currentContext } from '../common/http/request-context.js';
import { sqlOf } from '../database/database.js';
import { jobMap, jobNames, lanes, type JobName, type JobPayload } from './job-map.js';

/** What a handler gets to know about the run. */
export interface JobRun {
  jobId: string;
  /** Aborts when the process is stopping. */
  signal: AbortSignal;
  /** Records progress, so that earlier runs count neither as failures nor as crashes. */
  progressed(): Promise<void>;
}

type JobHandler<N extends JobName> = (payload: JobPayload<N>, run: JobRun) => Promise<void>;

interface JobHandling<N extends JobName> {
  handler: JobHandler<N>;
  /** Called when the job fails for good, by errors or by dead runners. May be called twice. */
  abandoned?: (payload: JobPayload<N>) => Promise<void>;
}

export const jobChannel = 'waybill_jobs';

/**
 * Enqueues jobs and knows their handlers. A job is a row in the caller's transaction: both commit or neither.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap {
  private readonly handlers = new Map<JobName, JobHandling<JobName>>();

  /** Handlers may run twice for one job, so they must be idempotent. */
  handle<N extends JobName>(
    name: N,
    handler: JobHandler<N>,
    options: Pick<JobHandling<N>, 'abandoned'> = {},
  ): void {
    if (this.handlers.has(name)) throw new Error(`Two handlers for the job ${name}`);
    this.handlers.set(name, { handler, ...options } as JobHandling<JobName>);
  }

  handlingOf(name: string): JobHandling<JobName> | undefined {
    return this.handlers.get(name as JobName);
  }

  onApplicationBootstrap(): void {
    const orphaned = jobNames.filter((name) => !this.handlers.has(name));
    if (orphaned.length > 0) throw new Error(`Jobs without a handler: ${orphaned.join(', ')}`);
    const laned: readonly JobName[] = Object.values(lanes).flatMap(({ names }) => [...names]);
    const stranded = jobNames.filter((name) => !laned.includes(name));
    if (stranded.length > 0) throw new Error(`Jobs without a lane to run in: ${stranded.join(', ')}`);
  }

  /** Runners are notified when the transaction commits. */
  async enqueue<N extends JobName>(
    em: EntityManager,
    name: N,
    payload: JobPayload<N>,
    options: { tenant?: string; runAt?: Date } = {},
  ): Promise<string> {
    const id = uuidv7();
    const checked = JSON.stringify(jobMap[name].parse(payload));
    await sqlOf(em).executeQuery(
      CompiledQuery.raw(
        `insert into jobs (id, name, payload, state, tenant, attempts, run_at, request_id, created_at)
         values ($1, $2, $3::jsonb, 'waiting', $4, 0, coalesce($5::timestamptz, now()), $6, now())`,
        [
          id,
          name,
          checked,
          options.tenant ?? null,
          options.runAt?.toISOString() ?? null,
          currentContext()?.requestId ?? '',
        ],
      ),
    );
    await sqlOf(em).executeQuery(CompiledQuery.raw(`select pg_notify('${jobChannel}', '')`));
    return id;
  }
}
