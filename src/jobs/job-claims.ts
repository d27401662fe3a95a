import type { SystemSql } from '../database/tenancy/system-sql.js';
import { lanes, type LaneName } from './job-map.js';

export interface ClaimedJob {
  id: string;
  name: string;
  payload: Record<string, unknown>;
  attempts: number;
  crashes: number;
  request_id: string;
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
 * Claims the oldest due job of the tenant that has waited longest for a turn. Two concurrent runners skip
 * each other's choice.
 */
const claimSql = `
  with due as (
    select distinct on (tenant) id, tenant from jobs w
     where state = 'waiting' and run_at <= now() and name = any($2)
       and not ($3 and exists (
             select 1 from jobs r where r.state = 'running' and r.tenant = w.tenant and r.name = any($2)))
     order by tenant, run_at, id)
  update jobs set state = 'running', runner = $1, attempts = attempts + 1, claimed_at = clock_timestamp()
   where id = (
     select j.id from jobs j join due on due.id = j.id
      where j.state = 'waiting'
      order by case when due.tenant is null
                 then (select t.claimed_at from jobs t where t.tenant is null and t.claimed_at is not null
                        order by t.claimed_at desc limit 1)
                 else (select t.claimed_at from jobs t where t.tenant = due.tenant and t.claimed_at is not null
                        order by t.claimed_at desc limit 1) end nulls first, j.run_at, j.id
      limit 1 for update of j skip locked)
  returning id, name, payload, attempts, crashes, request_id`;

const doneSql = `
  update jobs set state = 'done', runner = null, finished_at = now(), last_error = null where id = $1 and runner = $2`;
const progressedSql = `update jobs set attempts = 1, crashes = 0 where id = $1 and runner = $2`;
const failedSql = `
  update jobs set state = $2::varchar, runner = null, last_error = $3, run_at = now() + make_interval(secs => $4),
         finished_at = case when $2::varchar = 'failed' then now() end where id = $1 and runner = $5`;
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

  /** The next job of a lane, or undefined when none may start now. */
  async claim(lane: LaneName): Promise<ClaimedJob | undefined> {
    const { oneATenant, names } = lanes[lane];
    for (;;) {
      try {
        const [job] = await this.sql.query<ClaimedJob>('jobs_claim', claimSql, [
          this.runner,
          names,
          oneATenant,
        ]);
        return job;
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

  async failed(id: string, state: 'failed' | 'waiting', reason: string, retrySeconds: number): Promise<void> {
    await this.sql.query('jobs_failed', failedSql, [id, state, reason, retrySeconds, this.runner]);
  }

  async handBack(ids: readonly string[]): Promise<void> {
    await this.sql.query('jobs_hand_back', handBackSql, [ids, this.runner]);
  }
}
