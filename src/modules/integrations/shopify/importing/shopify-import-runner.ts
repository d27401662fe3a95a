import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { currentContext, runInContext } from '../../../../common/http/request-context.js';
import { Problem, problem } from '../../../../common/problems/problems.js';
import { Database } from '../../../../database/database.js';
import { Jobs, type JobRun } from '../../../../jobs/jobs.js';
import { problemOfShopify, ShopifyUnavailable } from '../api/shopify-errors.js';
import type { ShopifyStore } from '../shopify-store.entity.js';
import { ShopifyStores } from '../shopify-stores.js';
import { DraftTakeover } from './draft-takeover.js';
import { ImportProgress, ShopifyImportTakenError, type ImportEnd, type Progress } from './import-progress.js';
import { wholeOrdersPerQuery } from './order-documents.js';
import { ShopifyOrderReader } from './shopify-order-reader.js';

/** Everything that is not sent, or not wholly. */
const openOrders = 'status:open AND (fulfillment_status:unfulfilled OR fulfillment_status:partial)';

/** Nobody waits for an import: rather it takes longer than that it is begun again. */
const patienceSeconds = 300;

type Run = Pick<JobRun, 'signal' | 'progressed'>;

/** Runs imports of whole stores, page by page. May be killed at any point and run again: it goes on after the last page. */
@Injectable()
export class ShopifyImportRunner implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly stores: ShopifyStores,
    private readonly reader: ShopifyOrderReader,
    private readonly takeover: DraftTakeover,
    private readonly progress: ImportProgress,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.import', ({ importId }, run) => this.run(importId, run), {
      abandoned: ({ importId }) => this.abandon(importId),
    });
  }

  private run(importId: string, run: Run): Promise<void> {
    return this.asOwner(importId, async (asOwner, storeId) => {
      const begun = await asOwner(async (em) => ({
        progress: await this.progress.begin(em, importId),
        store: await this.stores.connected(em, storeId),
      }));
      if (!begun.progress) return;
      let { progress } = begun;
      let end: ImportEnd;
      try {
        const { store } = begun;
        if (!store) throw problem('shopify_not_connected', 'The store was disconnected meanwhile.');
        progress = await this.readAll(importId, progress, store, run, asOwner);
        end = endOf(progress);
      } catch (error) {
        if (error instanceof ShopifyImportTakenError) return;
        // What it had committed is known by the pages: the row itself says how far it is.
        end = failureOf(error);
        progress = (await asOwner((em) => this.progress.begin(em, importId))) ?? progress;
      }
      await asOwner((em) => this.progress.finish(em, importId, progress, end));
    });
  }

  /** Page after page, until the last or until somebody cancels it. */
  private async readAll(
    importId: string,
    begun: Progress,
    store: ShopifyStore,
    { signal, progressed }: Run,
    asOwner: AsOwner,
  ): Promise<Progress> {
    let progress = begun;
    let isFirst = true;
    for (
      let isLast = progress.pages > 0 && progress.pageCursor === null;
      !isLast && !progress.cancelRequestedAt;
    ) {
      const { nodes, pageInfo } = await this.reader.page(
        store.id,
        { first: wholeOrdersPerQuery, after: progress.pageCursor, query: openOrders },
        { signal, patienceSeconds },
      );
      isLast = !pageInfo.hasNextPage;
      const next = isLast ? null : (pageInfo.endCursor ?? null);
      progress = await asOwner(async (em) => {
        await this.progress.hold(em, importId, progress);
        const items = await this.takeover.take(em, store, nodes);
        return this.progress.advance(em, importId, progress, next, items);
      });
      if (isFirst) await progressed();
      isFirst = false;
    }
    return progress;
  }

  private abandon(importId: string): Promise<void> {
    return this.asOwner(importId, async (asOwner) => {
      const message = 'Shopify did not answer, or we failed at it, again and again. Import the rest later.';
      await asOwner(async (em) => {
        const progress = await this.progress.begin(em, importId);
        if (progress)
          await this.progress.finish(em, importId, progress, {
            status: 'failed',
            message,
            failureCode: 'shopify_unavailable',
          });
      });
    });
  }

  /** Works for the client of the import, as whoever asked for it. */
  private async asOwner(
    importId: string,
    work: (asOwner: AsOwner, storeId: string) => Promise<void>,
  ): Promise<void> {
    const owner = await this.progress.ownerOf(importId);
    if (!owner) return;
    const { scope, actor, storeId } = owner;
    await runInContext({ ...currentContext()!, actor }, () =>
      work((inTransaction) => this.db.as(scope, inTransaction), storeId),
    );
  }
}

type AsOwner = <T>(work: (em: EntityManager) => Promise<T>) => Promise<T>;

function endOf(progress: Progress): ImportEnd {
  const { cancelRequestedAt, ordersFound, ordersImported, ordersRejected } = progress;
  if (cancelRequestedAt)
    return { status: 'cancelled', message: 'Cancelled. The drafts made until then are kept.' };
  if (ordersRejected > 0) return { status: 'completed_with_errors', message: countsOf(progress) };
  if (ordersImported > 0) return { status: 'completed', message: 'Draft orders successfully imported' };
  const message =
    ordersFound > 0
      ? 'Every open order was imported before.'
      : 'The store has no open order that it shows us.';
  return { status: 'completed', message };
}

function countsOf({ ordersImported, ordersSkipped, ordersRejected }: Progress): string {
  const made = ordersImported === 1 ? '1 order is a draft' : `${ordersImported} orders are drafts`;
  const skipped = `${ordersSkipped} ${ordersSkipped === 1 ? 'was' : 'were'} imported before`;
  return `${made} now; ${ordersSkipped > 0 ? `${skipped}; ` : ''}${ordersRejected} could not be imported.`;
}

/** @throws what may pass: then the job is tried again */
function failureOf(error: unknown): ImportEnd {
  const told = problemOfShopify(error);
  if (error instanceof ShopifyUnavailable || !(told instanceof Problem)) throw error;
  return { status: 'failed', message: told.detail, failureCode: told.code };
}
