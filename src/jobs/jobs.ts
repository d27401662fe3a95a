import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { currentContext } from '../common/http/request-context.js';
import { sqlOf } from '../database/database.js';
import { currentSpan } from '../tracing/tracing.js';
import type { JobHandler, JobHandling } from './job-handling.js';
import { jobMap, jobNames, queueOf, type JobName, type JobPayload, type QueueName } from './job-map.js';
import { Job, noTenant } from './job.entity.js';
import { observed } from './observed.js';

export type { JobRun } from './job-handling.js';

interface EnqueueOptions {
  /** Whose turn it uses; the house's own by default. */
  tenant?: string;
  /** Whose tenants share a limit; none by default. */
  team?: string;
  /** The organization that sees it among its failed work; by default the one that asks, for itself. */
  organizationId?: string;
  /** Now by default. */
  runAt?: Date;
  /** The place in a trace that causes it; by default what runs now. */
  traceparent?: string | null;
}

export const jobChannel = 'waybill_jobs';

const enqueueSql = `
  insert into jobs (id, name, queue, payload, state, tenant, team, organization_id, attempts, run_at, request_id, traceparent, created_at)
  select job.id, $1, $2, job.payload::jsonb, 'waiting', job.tenant, job.team, job.organization_id, 0,
         coalesce(job.run_at, now()), $3, job.traceparent, now()
    from unnest($4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[], $8::uuid[], $9::text[], $10::uuid[])
      as job (id, payload, tenant, run_at, organization_id, traceparent, team)`;

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
    options: Omit<JobHandling<N>, 'handler'> = {},
  ): void {
    if (this.handlers.has(name)) throw new Error(`Two handlers for the job ${name}`);
    this.handlers.set(name, observed(name, { handler, ...options }));
  }

  handlingOf(name: string): JobHandling<JobName> | undefined {
    return this.handlers.get(name as JobName);
  }

  onApplicationBootstrap(): void {
    const orphaned = jobNames.filter((name) => !this.handlers.has(name));
    if (orphaned.length > 0) throw new Error(`Jobs without a handler: ${orphaned.join(', ')}`);
    jobNames.forEach(queueOf);
  }

  /** Runners are notified when the transaction commits. */
  async enqueue<N extends JobName>(
    em: EntityManager,
    name: N,
    payload: JobPayload<N>,
    options: EnqueueOptions = {},
  ): Promise<string> {
    const [id] = await this.enqueueMany(em, name, [{ payload, ...options }]);
    return id!;
  }

  /** Enqueues many jobs of one kind by one statement; returns their ids. */
  async enqueueMany<N extends JobName>(
    em: EntityManager,
    name: N,
    jobs: readonly ({ payload: JobPayload<N> } & EnqueueOptions)[],
  ): Promise<string[]> {
    if (jobs.length === 0) return [];
    const ids = jobs.map(() => uuidv7());
    const { requestId = '', scope } = currentContext() ?? {};
    const own = scope?.audience === 'organization' ? scope.organizationId : null;
    await sqlOf(em).executeQuery(
      CompiledQuery.raw(enqueueSql, [
        name,
        queueOf(name),
        requestId,
        ids,
        jobs.map(({ payload }) => JSON.stringify(jobMap[name].parse(payload))),
        jobs.map(({ tenant }) => tenant ?? noTenant),
        jobs.map(({ runAt }) => runAt?.toISOString() ?? null),
        jobs.map(({ organizationId }) => organizationId ?? own),
        jobs.map(({ traceparent }) => traceparent ?? currentSpan()?.traceparent ?? null),
        jobs.map(({ team }) => team ?? null),
      ]),
    );
    await notify(em, queueOf(name));
    return ids;
  }

  /**
   * Lets a job that failed for good be tried again, as if it were new.
   * @throws Problem `job_not_retryable` where what it is about does not let it
   */
  async retry(em: EntityManager, { id, queue, name, payload }: Job): Promise<void> {
    const again = this.handlingOf(name)?.again;
    if (again) return again(em, jobMap[name as JobName].parse(payload));
    const anew = { attempts: 0, crashes: 0, runAt: new Date(), finishedAt: null, failure: null };
    await em.nativeUpdate(Job, { id, state: 'dead' }, { state: 'waiting', ...anew });
    await notify(em, queue);
  }

  /** What failed for good is no failed work any more where its payload has one of these values. */
  async settle<N extends JobName>(
    em: EntityManager,
    name: N,
    key: keyof JobPayload<N> & string,
    values: readonly string[],
  ): Promise<void> {
    if (values.length === 0) return;
    const dead = `queue = $1 and name = $2 and state = 'dead' and payload->>$3 = any($4)`;
    const sql = `update jobs set state = 'done' where ${dead}`;
    await sqlOf(em).executeQuery(CompiledQuery.raw(sql, [queueOf(name), name, key, values]));
  }
}

/** Runners hear it when the transaction commits. */
async function notify(em: EntityManager, queue: QueueName): Promise<void> {
  await sqlOf(em).executeQuery(CompiledQuery.raw(`select pg_notify('${jobChannel}', $1)`, [queue]));
}
