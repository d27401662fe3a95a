import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { outageOf } from '../../../common/problems/outages.js';
import { CONFIG, type Config } from '../../../config.js';
import { Database, rowsOf } from '../../../database/database.js';
import { SystemSql } from '../../../database/tenancy/system-sql.js';

const pollMilliseconds = 1_000;
const batch = 500;
/** How much longer than its work it rests in between: writers and readers come first. */
const restShare = 3;
/** Two at once could write an older text over a newer one. */
const indexerLock = 8_154;

/** The rows of an import that has just begun wait for its end: it writes faster than they are indexed, and comes first. */
const isDue = `not exists (select from order_imports i
  where i.id = s.import_id and i.status = 'running' and i.started_at > now() - interval '1 minute')`;

/** Has a row while texts wait to be indexed. */
export const staleSql = `select 1 from stale_order_texts s where ${isDue} limit 1`;

/**
 * Takes about as many orders as a batch holds, and at least one entry; returns how many entries that were. PostgreSQL
 * often knows the queue as empty: what is next is found once all the same, not again for each entry.
 */
export const indexSql = `
  with next as materialized (
    select id, sum(rows) over (order by id) - rows as before
      from (select id, coalesce(last_row - after_row, 1) as rows from stale_order_texts s where ${isDue} order by id limit ${batch}) s
  ), taken as (
    delete from stale_order_texts where id = any(array(select id from next where before < ${batch})) returning *
  ), changed as (
    select order_id as id from taken where order_id is not null
    union
    select o.id from taken t
      join orders o on o.import_id = t.import_id and o.import_row > t.after_row and o.import_row <= t.last_row
  ), gone as (
    delete from order_texts t using changed c
     where t.order_id = c.id and not exists (select from orders o where o.id = c.id)
  ), indexed as (
    insert into order_texts as t (order_id, organization_id, client_id, text)
    select o.id, o.organization_id, o.client_id, indexed_order_text(o) from changed c join orders o on o.id = c.id
    on conflict on constraint order_texts_pkey do update set client_id = excluded.client_id, text = excluded.text
     where (t.client_id, t.text) is distinct from (excluded.client_id, excluded.text)
  )
  select count(*)::int as count from taken`;

/** Brings the searched text of new and changed orders into its index, behind those who write them. */
@Injectable()
export class OrderTextIndexer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OrderTextIndexer.name);
  private readonly stopping = new AbortController();
  private running?: Promise<void>;

  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.RUN_JOBS === 'inline') this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const rest = await this.step().catch((error: unknown) => {
        if (!outageOf(error)) this.logger.error(error);
        return pollMilliseconds;
      });
      await delay(rest, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Indexes one batch; returns the milliseconds to wait before the next. */
  private async step(): Promise<number> {
    const stale = await this.sql.query('order_texts_stale', staleSql);
    if (stale.length === 0) return pollMilliseconds;
    const begun = performance.now();
    const indexed = await this.indexBatch();
    return indexed === 0 ? pollMilliseconds : restShare * (performance.now() - begun);
  }

  /** How many entries were taken; none where another process is at work. */
  async indexBatch(): Promise<number> {
    return this.db.asSystem('text is indexed for all tenants together', async (em) => {
      const [lock] = await rowsOf<{ mine: boolean }>(em, 'select pg_try_advisory_xact_lock($1) as mine', [
        indexerLock,
      ]);
      if (!lock?.mine) return 0;
      const [taken] = await rowsOf<{ count: number }>(em, indexSql);
      return taken!.count;
    });
  }
}
