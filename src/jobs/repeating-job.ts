import type { SystemSql } from '../database/tenancy/system-sql.js';
import { queueOf, type JobName } from './job-map.js';

/**
 * Enqueues the next run of a job that repeats itself. One run at a time, however many processes enqueue it: the id is
 * made from its moment. Whoever handles it enqueues the next run first, so that one that fails does not end it.
 */
export async function enqueueNext(sql: SystemSql, name: JobName, everySeconds: number): Promise<void> {
  await sql.query(
    `next_${name}`,
    `with next as (
       select to_timestamp(floor(extract(epoch from now()) / $2) * $2 + $2) as at)
     insert into jobs (id, name, queue, payload, state, attempts, run_at, request_id, created_at)
     select md5($1 || ' ' || extract(epoch from at))::uuid, $1, $3, '{}', 'waiting', 0, at, '', now() from next
     on conflict (id) do nothing`,
    [name, everySeconds, queueOf(name)],
  );
}
