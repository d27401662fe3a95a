import { Injectable } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Gauge, Registry } from 'prom-client';
import { Pools } from '../../database/connections/pools.js';
import { SystemSql } from '../../database/tenancy/system-sql.js';
import { busyHoldersCte, isHeldBack } from '../../jobs/held-back.js';

/** Answers are kept so long, and so many times longer than they took: looking costs the database 2 % at most. */
const [freshMilliseconds, restFactor] = [5_000, 50];
const patienceMilliseconds = 2_000;

interface JobCount {
  queue: string;
  name: string;
  state: string;
  count: number;
  /**
   * Seconds since the oldest one was due that its own tenant's work does not hold back; negative when none is yet, null
   * when there is none.
   */
  overdue: number | null;
}

/** By conditions that indexes have: those that are done are too many to be counted. */
const countsOf = (condition: string) => `
    select j.queue, j.name, j.state, count(*)::int as count,
           extract(epoch from now() - min(j.run_at) filter (where not ${isHeldBack}))::float8 as overdue
      from jobs j where j.${condition} group by j.queue, j.name, j.state`;

const countsSql = `
  with ${busyHoldersCte},
  counts as (
    ${["state = 'waiting'", "state in ('handed', 'running')", "state = 'dead'"].map(countsOf).join(' union all ')})
  select (select coalesce(json_agg(c), '[]') from counts c) as jobs,
         (select extract(epoch from e.created_at)::float8 from events e order by e.id desc limit 1) as newest`;

/** Not begun yet, whether or not their id is with Bull. */
const waits: ReadonlySet<string> = new Set(['waiting', 'handed']);

interface Counts {
  jobs: JobCount[];
  newest: number | null;
}

/** What is asked for, not counted: the state of jobs and events in the database, and of this process's connections. */
@Injectable()
export class StoredMetrics {
  readonly registry = new Registry();
  private readonly jobs = this.gauge('waybill_jobs', 'Jobs by state, in all processes together.', [
    'queue',
    'name',
    'state',
  ]);
  private readonly oldest = this.gauge(
    'waybill_jobs_oldest_waiting_seconds',
    'How long the job that has been due longest has waited, unless for work of its own tenant.',
    ['queue', 'name'],
  );
  private readonly newestEvent = this.gauge(
    'waybill_events_newest_timestamp_seconds',
    'When the newest event was written.',
  );
  private readonly answers = this.gauge('waybill_database_up', 'Whether the database told all this in time.');
  private readonly connections = this.gauge(
    'waybill_pool_connections',
    'Connections of each pool to the database.',
    ['pool', 'state'],
  );
  private readonly most = this.gauge('waybill_pool_size', 'Connections that each pool may open.', ['pool']);
  private readonly callers = this.gauge('waybill_pool_waiting', 'Callers that wait for a connection.', [
    'pool',
  ]);
  private known?: { counts: Counts; until: number };
  private asking?: Promise<Counts>;

  constructor(
    private readonly sql: SystemSql,
    private readonly pools: Pools,
  ) {}

  async text(): Promise<string> {
    const stop = new AbortController();
    const late = delay(patienceMilliseconds, undefined, { signal: stop.signal }).catch(() => undefined);
    const counts = await Promise.race([this.counts().catch(() => undefined), late]);
    stop.abort();
    this.show(counts);
    this.showPools();
    return this.registry.metrics();
  }

  private async counts(): Promise<Counts> {
    if (this.known && performance.now() < this.known.until) return this.known.counts;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(): Promise<Counts> {
    const begun = performance.now();
    const [counts] = await this.sql.query<Counts>('metrics_counts', countsSql);
    const now = performance.now();
    const rest = Math.max(freshMilliseconds, (now - begun) * restFactor);
    this.known = { counts: counts!, until: now + rest };
    return counts!;
  }

  private show(counts: Counts | undefined): void {
    for (const gauge of [this.jobs, this.oldest, this.newestEvent]) gauge.reset();
    this.answers.set(counts ? 1 : 0);
    const oldest = new Map<string, { queue: string; overdue: number }>();
    for (const { queue, name, state, count, overdue } of counts?.jobs ?? []) {
      this.jobs.set({ queue, name, state }, count);
      if (!waits.has(state)) continue;
      const longest = Math.max(overdue ?? 0, oldest.get(name)?.overdue ?? 0);
      oldest.set(name, { queue, overdue: longest });
    }
    for (const [name, { queue, overdue }] of oldest) this.oldest.set({ queue, name }, overdue);
    if (counts?.newest) this.newestEvent.set(counts.newest);
  }

  private showPools(): void {
    for (const { door, size, total, idle, waiting } of this.pools.counts) {
      this.connections.set({ pool: door, state: 'idle' }, idle);
      this.connections.set({ pool: door, state: 'busy' }, total - idle);
      this.most.set({ pool: door }, size);
      this.callers.set({ pool: door }, waiting);
    }
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
