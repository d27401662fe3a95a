import type { SystemSql } from '../database/tenancy/system-sql.js';
import { limitsOf, type QueueName } from './job-map.js';

export interface ClaimedJob {
  id: string;
  name: string;
  payload: Record<string, unknown>;
  attempts: number;
  crashes: number;
  request_id: string;
  traceparent: string | null;
}

/** First key of the advisory locks that show a runner is alive. */
export const runnerLocks = 8_154;
const uniqueViolation = '23505';

/** Jobs of dead runners, which count as crashes, and those this runner finished but could not record. */
const recoverSql = `
  update jobs set state = 'waiting', crashes = crashes + (runner <> $1)::int, runner = null
   where state = 'running'
     and case when runner = $1 then id <> all($2) else not exists (
           select 1 from pg_locks l
            where l.locktype = 'advisory' and l.classid = ${runnerLocks} and l.objid = runner::oid
              and l.database = (select oid from pg_database where datname = current_database())) end`;

/**
 * Claims due jobs of a queue, as many as there are slots for: of every tenant the oldest, first of those whose turn is
 * longest ago. Tenants are looked up one after another in the index, so that one with many jobs costs the others
 * nothing. Concurrent runners skip each other's choice.
 */
const claimSql = `
  with recursive waiting (tenant) as (
    (select j.tenant from jobs j where j.queue = $2 and j.state = 'waiting' order by j.tenant limit 1)
    union all
    select (select j.tenant from jobs j where j.queue = $2 and j.state = 'waiting' and j.tenant > w.tenant
             order by j.tenant limit 1)
      from waiting w where w.tenant is not null),
  due as (
    select oldest.id, w.tenant, busy.count + row_number() over (partition by w.tenant order by oldest.run_at, oldest.id) as turn
      from waiting w
     cross join lateral (
       select count(*)::int as count from jobs r
        where r.queue = $2 and r.state = 'running' and r.tenant = w.tenant) busy
     cross join lateral (
       select j.id, j.run_at from jobs j
        where j.queue = $2 and j.state = 'waiting' and j.tenant = w.tenant and j.run_at <= now()
        order by j.run_at, j.id limit greatest(least($3, $4 - busy.count), 0)) oldest
     where w.tenant is not null)
  update jobs set state = 'running', runner = $1, attempts = attempts + 1, claimed_at = clock_timestamp()
   where id = any(array(
     select j.id from jobs j join due on due.id = j.id
      where j.state = 'waiting'
      order by due.turn, (
                 select t.claimed_at from jobs t
                  where t.queue = $2 and t.tenant = due.tenant and t.claimed_at is not null
                  order by t.claimed_at desc limit 1) nulls first, j.run_at, j.id
      limit $3 for update of j skip locked))
  returning id, name, payload, attempts, crashes, request_id, traceparent`;

const doneSql = `
  update jobs set state = 'done', runner = null, finished_at = now(), last_error = null where id = $1 and runner = $2`;
const progressedSql = `update jobs set attempts = 1, crashes = 0 where id = $1 and runner = $2`;
const failedSql = `
  update jobs set state = $2::varchar, runner = null, last_error = $3, run_at = now() + make_interval(secs => $4),
         finished_at = case when $2::varchar = 'dead' then now() end where id = $1 and runner = $5`;
const handBackSql = `
  update jobs set state = 'waiting', runner = null, attempts = attempts - 1 where id = any($1) and runner = $2`;

/** Claims jobs for one runner and records their results. Fair between tenants, across all processes. */
export class JobClaims {
  constructor(
    private readonly sql: SystemSql,
    private readonly runner: number,
  ) {}

  /** @param underWay the jobs that this runner is running */
  async recover(underWay: readonly string[]): Promise<void> {
    await this.sql.query('jobs_recover', recoverSql, [this.runner, underWay]);
  }

  /** The next jobs of a queue, at most so many; none when none may start now. */
  async claim(queue: QueueName, most: number): Promise<ClaimedJob[]> {
    const values = [this.runner, queue, most, limitsOf(queue).perTenant];
    for (;;) {
      try {
        return await this.sql.query<ClaimedJob>('jobs_claim', claimSql, values);
      } catch (error) {
        // Another runner claimed one of the same tenant at the same moment; the next claim sees it.
        if ((error as { code?: unknown }).code !== uniqueViolation) throw error;
      }
    }
  }

  async done(id: string): Promise<void> {
    await this.sql.query('jobs_done', doneSql, [id, this.runner]);
  }

  async progressed(id: string): Promise<void> {
    await this.sql.query('jobs_progressed', progressedSql, [id, this.runner]);
  }

  async failed(id: string, state: 'dead' | 'waiting', reason: string, retrySeconds: number): Promise<void> {
    await this.sql.query('jobs_failed', failedSql, [id, state, reason, retrySeconds, this.runner]);
  }

  async handBack(ids: readonly string[]): Promise<void> {
    await this.sql.query('jobs_hand_back', handBackSql, [ids, this.runner]);
  }
}
