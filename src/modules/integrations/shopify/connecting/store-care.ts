import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import { SystemSql } from '../../../../database/tenancy/system-sql.js';
import type { JobRun } from '../../../../jobs/job-handling.js';
import type { JobPayload } from '../../../../jobs/job-map.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { enqueueNext } from '../../../../jobs/repeating-job.js';
import { ShopifyAccessLost } from '../api/shopify-errors.js';
import { ShopifyTokens } from '../api/shopify-tokens.js';
import { ShopifyStores } from '../shopify-stores.js';
import { ShopifySubscriptions } from './subscriptions.js';

const day = 86_400;
const piece = 1_000;

/** Values: the last store of the piece before, and how many. */
const storesToTend = `
  select s.id from shopify_stores s join clients c on c.id = s.client_id
   where s.id > $1 and s.disconnected_at is null and s.access_lost_at is null and c.status <> 'archived'
   order by s.id limit $2`;

const markTended =
  'update shopify_stores set subscribed_at = now() where id = $1 and disconnected_at is null';

/** Looks after every store once a day, and after each that is connected: its tokens and its subscriptions. */
@Injectable()
export class StoreCare implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly sql: SystemSql,
    private readonly jobs: Jobs,
    private readonly stores: ShopifyStores,
    private readonly tokens: ShopifyTokens,
    private readonly subscriptions: ShopifySubscriptions,
  ) {}

  async onModuleInit(): Promise<void> {
    this.jobs.handle('shopify.watch', () => this.watch());
    this.jobs.handle('shopify.tend', (payload, run) => this.tend(payload, run));
    await enqueueNext(this.sql, 'shopify.watch', day);
  }

  private async watch(): Promise<void> {
    await enqueueNext(this.sql, 'shopify.watch', day);
    let last = '00000000-0000-0000-0000-000000000000';
    for (let full = true; full;) {
      const found = await this.sql.query<{ id: string }>('shopify_watch', storesToTend, [last, piece]);
      await this.db.asSystem('stores of all clients', (em) =>
        this.jobs.enqueueMany(
          em,
          'shopify.tend',
          found.map(({ id }) => ({ payload: { storeId: id }, tenant: id })),
        ),
      );
      full = found.length === piece;
      last = found.at(-1)?.id ?? last;
    }
  }

  /** By asking for its tokens they are renewed; daily is often enough to keep refresh tokens of 90 days from ending. */
  private async tend({ storeId }: JobPayload<'shopify.tend'>, { signal }: JobRun): Promise<void> {
    const store = await this.db.asSystem('a job knows the store alone', (em) =>
      this.stores.connected(em, storeId),
    );
    if (!store || store.accessLostAt) return;
    try {
      await this.tokens.access(storeId);
      await this.tokens.reseal(storeId);
      await this.subscriptions.repair(storeId, signal);
      await this.sql.query('shopify_tended', markTended, [storeId]);
      await this.db.asSystem('a job knows the store alone', (em) =>
        this.jobs.enqueue(em, 'shopify.catch-up', { storeId }, { tenant: storeId }),
      );
    } catch (error) {
      // That is noted, and its client told.
      if (!(error instanceof ShopifyAccessLost)) throw error;
    }
  }
}
