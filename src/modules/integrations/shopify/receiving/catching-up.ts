import { Injectable, type OnModuleInit } from '@nestjs/common';
import { clientScope } from '../../../../common/scope.js';
import { Database, rowsOf } from '../../../../database/database.js';
import type { JobRun } from '../../../../jobs/job-handling.js';
import type { JobPayload } from '../../../../jobs/job-map.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { isUnderWay } from '../../../orders/order-status.js';
import { ShopifyAccessLost } from '../api/shopify-errors.js';
import { listedOrdersPerQuery } from '../importing/order-documents.js';
import type { ListedShopifyOrder } from '../importing/shopify-order.js';
import { ShopifyOrderReader } from '../importing/shopify-order-reader.js';
import { ShopifyReferences, type OrderStanding } from '../importing/shopify-references.js';
import type { ShopifyStore } from '../shopify-store.entity.js';
import { ShopifyStores } from '../shopify-stores.js';
import { OrderNews } from './order-news.js';

/** Clocks differ, and what is written last is found last. */
const marginSeconds = 300;
/** Nobody waits for it. */
const patienceSeconds = 300;

/** No new version: to its client nothing has changed. */
const markHeard = 'update shopify_stores set heard_until = $2 where id = $1';

/** Looks for what stores changed while their webhooks did not come: they may be lost, and none comes while a store is disconnected. */
@Injectable()
export class CatchingUp implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly stores: ShopifyStores,
    private readonly reader: ShopifyOrderReader,
    private readonly references: ShopifyReferences,
    private readonly news: OrderNews,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.catch-up', (payload, run) => this.catchUp(payload, run));
    this.jobs.handle('shopify.refresh', (payload, run) => this.refresh(payload, run));
  }

  private async catchUp({ storeId }: JobPayload<'shopify.catch-up'>, run: JobRun): Promise<void> {
    const store = await this.storeOf(storeId);
    if (!store || store.accessLostAt) return;
    const begunAt = new Date();
    try {
      await this.readAll(store, store.heardUntil ?? store.connectedAt, run);
    } catch (error) {
      // That is noted, and its client told.
      if (error instanceof ShopifyAccessLost) return;
      throw error;
    }
    await this.db.asSystem('a job knows the store alone', (em) => rowsOf(em, markHeard, [storeId, begunAt]));
  }

  private async readAll(store: ShopifyStore, since: Date, run: JobRun): Promise<void> {
    const from = new Date(since.getTime() - marginSeconds * 1_000);
    const { autoImportFrom } = store;
    const newSince = autoImportFrom && autoImportFrom > since ? autoImportFrom : since;
    const query = `updated_at:>='${from.toISOString()}'`;
    for (let after: string | null = null, isLast = false; !isLast;) {
      const wanted = { first: listedOrdersPerQuery, after, query };
      const { edges, pageInfo } = await this.reader.list(store.id, wanted, {
        signal: run.signal,
        patienceSeconds,
      });
      const nodes = edges.map(({ node }) => node);
      const ids = nodes.map(({ legacyResourceId }) => legacyResourceId);
      const standing = await this.db.as(clientScope(store), (em) =>
        this.references.standingOf(em, store.shop, ids),
      );
      for (const node of nodes)
        await this.hear(store, node, standing.get(node.legacyResourceId), newSince, run.signal);
      await run.progressed();
      isLast = !pageInfo.hasNextPage;
      after = edges.at(-1)?.cursor ?? null;
    }
  }

  private async hear(
    store: ShopifyStore,
    { legacyResourceId, createdAt, cancelledAt }: ListedShopifyOrder,
    standing: OrderStanding | undefined,
    newSince: Date,
    signal: AbortSignal,
  ): Promise<void> {
    if (!standing) {
      if (cancelledAt === null && new Date(createdAt) >= newSince)
        await this.news.created(store, legacyResourceId);
    } else if (cancelledAt === null ? isUnderWay(standing.status) : !standing.isCancelled)
      await this.news.updated(store, legacyResourceId, signal);
  }

  /** An order that is a draft again is to be as its store has it now. */
  private async refresh({ orderId }: JobPayload<'shopify.refresh'>, { signal }: JobRun): Promise<void> {
    const origin = await this.db.asSystem('a job knows the order alone', (em) =>
      this.references.originOf(em, orderId),
    );
    const store = origin && (await this.storeOf(origin.storeId));
    if (!store || store.accessLostAt) return;
    await this.news.updated(store, origin.shopifyOrderId, signal);
  }

  private storeOf(storeId: string): Promise<ShopifyStore | null> {
    return this.db.asSystem('a job knows the store alone', (em) => this.stores.connected(em, storeId));
  }
}
