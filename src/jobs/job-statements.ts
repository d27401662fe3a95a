import { queueNames, keptHoursOf } from './job-map.js';

/** First key of the advisory locks that show a runner is alive. */
export const runnerLocks = 8_154;

/** Jobs whose id is with Bull so long, and which nobody took, are handed to it again: Redis has lost them. */
const handedSeconds = 30;

const aliveRunners = `
  select l.objid from pg_locks l
   where l.locktype = 'advisory' and l.classid = ${runnerLocks} and l.granted
     and l.database = (select oid from pg_database where datname = current_database())`;

/**
 * Jobs of dead runners, of which those that ran count as crashes; those this runner finished but could not record; and
 * those that Redis lost. Answers how many runners live.
 */
export const recoverSql = `
  with alive as materialized (${aliveRunners}),
  recovered as (
    update jobs set state = 'waiting', runner = null,
           crashes = crashes + (state = 'running' and runner <> $1)::int
     where state in ('handed', 'running')
       and case when runner = $1 and state = 'running' then id <> all($2)
                when runner::oid not in (select objid from alive) then true
                else state = 'handed' and claimed_at < now() - interval '${handedSeconds} seconds' end)
  select count(*)::int as runners from alive`;

/**
 * The ids of due jobs of the queue $2, at most $3: of every tenant the oldest, first of those whose turn is longest ago.
 * Tenants are looked up one after another in the index, so that one with many jobs costs the others nothing; and of each
 * no more is read than twice what brings all to the same level, since concurrent runners skip each other's choice. Where
 * some have few, that may be fewer than there is room for: ask again until there are none. $4 is how many of one tenant may be under way,
 * $5 how many of one team; a tenant without a team is one by itself.
 */
const dueIds = (most: string) => `
  with recursive room (most) as materialized (select ${most}),
  waiting (tenant, team, run_at) as (
    (select j.tenant, j.team, j.run_at from jobs j
      where j.queue = $2 and j.state = 'waiting' and (select room.most from room) > 0
      order by j.tenant, j.run_at limit 1)
    union all
    select next.tenant, next.team, next.run_at
      from waiting w
     cross join lateral (
       select j.tenant, j.team, j.run_at from jobs j
        where j.queue = $2 and j.state = 'waiting' and j.tenant > w.tenant
        order by j.tenant, j.run_at limit 1) next),
  tenants as materialized (
    select w.tenant, coalesce(w.team, w.tenant) as team, case when w.team is not null then (
             select count(*)::int from jobs r
              where r.queue = $2 and r.state in ('handed', 'running') and r.team = w.team) end as team_busy, (
             select count(*)::int from jobs r
              where r.queue = $2 and r.state in ('handed', 'running') and r.tenant = w.tenant) as busy, (
             select r.claimed_at from jobs r
              where r.queue = $2 and r.tenant = w.tenant and r.claimed_at is not null
              order by r.claimed_at desc limit 1) as claimed_at
      from waiting w
     where w.run_at <= now()),
  level (turns) as materialized (
    select min(ceil((room.most + below.busy)::numeric / below.teams))
      from room, (
        select sum(busy) over lesser as busy, count(*) over lesser as teams
          from (select team, max(coalesce(team_busy, busy)) as busy from tenants group by team) teams
        window lesser as (order by busy rows unbounded preceding)) below)
  select taken.id
    from (
      select oldest.id, coalesce(t.team_busy, t.busy) + row_number() over (
               partition by t.team order by t.busy + oldest.nth, t.claimed_at nulls first, oldest.run_at, oldest.id) as turn,
             t.claimed_at, oldest.run_at
        from room, level, tenants t
       cross join lateral (
         select j.id, j.run_at, row_number() over (order by j.run_at, j.id) as nth from jobs j
          where j.queue = $2 and j.state = 'waiting' and j.tenant = t.tenant and j.run_at <= now()
          order by j.run_at, j.id limit greatest(least(room.most, 2 * (level.turns - coalesce(t.team_busy, t.busy)), $4 - t.busy), 0)) oldest
       order by turn, t.claimed_at nulls first, oldest.run_at, oldest.id) due
   cross join lateral (
     select j.id from jobs j where j.id = due.id and j.state = 'waiting' for update skip locked) taken
   where due.turn <= $5
   limit (select most from room)`;

const runningSql = "state = 'running', runner = $1, attempts = attempts + 1, claimed_at = clock_timestamp()";
const claimedColumns = 'id, name, queue, payload, attempts, crashes, request_id, traceparent';

export const claimSql = `
  update jobs set ${runningSql} where id = any(array(${dueIds('$3::int')})) returning ${claimedColumns}`;

/**
 * Claims those of the ids that are still handed: Redis may tell of others that were taken back, or ended long ago. Waits
 * for their locks: a runner that hands at the same moment holds some of what it finds handed already, and an id that is
 * passed over comes again only after half a minute.
 */
export const claimHandedSql = `
  update jobs set ${runningSql}
   where id = any(array(
     select id from jobs where id = any($2) and state = 'handed' order by id for update))
  returning ${claimedColumns}`;

/** Marks due jobs as handed to Bull, so many that at most $3 of the queue are handed or running. */
export const handSql = `
  update jobs set state = 'handed', runner = $1, claimed_at = clock_timestamp()
   where id = any(array(${dueIds(
     `greatest($3::int - (select count(*)::int from jobs b where b.queue = $2 and b.state in ('handed', 'running')), 0)`,
   )}))
  returning id, name`;

export const takeBackSql = `
  update jobs set state = 'waiting', runner = null where id = any($1) and state = 'handed'`;

export const takeBackAllSql = `
  update jobs set state = 'waiting', runner = null where state = 'handed' and runner = $1`;

const forgotten = queueNames.filter((queue) => keptHoursOf(queue) === 0);
const isForgotten = `queue = any('{${forgotten.join(',')}}')`;

/** Queues that bring hundreds of jobs a second keep none that are done. */
export const doneSql = `
  with forgotten as (
    delete from jobs where id = any($1) and state = 'running' and runner = $2 and ${isForgotten})
  update jobs set state = 'done', runner = null, finished_at = now(), last_error = null
   where id = any($1) and state = 'running' and runner = $2 and not ${isForgotten}`;

export const progressedSql = `
  update jobs set attempts = 1, crashes = 0 where id = $1 and state = 'running' and runner = $2`;

export const failedSql = `
  update jobs set state = $2::varchar, runner = null, last_error = $3, failure = $6::varchar,
         run_at = now() + make_interval(secs => $4),
         finished_at = case when $2::varchar = 'dead' then now() end
   where id = $1 and state = 'running' and runner = $5`;

export const handBackSql = `
  update jobs set state = 'waiting', runner = null, attempts = attempts - 1
   where id = any($1) and state = 'running' and runner = $2`;
