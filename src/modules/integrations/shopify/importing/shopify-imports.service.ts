import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { cursorKey, ListPages } from '../../../../common/cursor.js';
import type { BeginWork } from '../../../../common/http/begin-work.js';
import { currentActor } from '../../../../common/http/request-context.js';
import { invalidField, notFound, problem } from '../../../../common/problems/problems.js';
import { Database } from '../../../../database/database.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../../../database/sql/newest-first.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { DraftsService } from '../../../orders/drafts/drafts.service.js';
import { problemOfShopify } from '../api/shopify-errors.js';
import type { ShopifyStore } from '../shopify-store.entity.js';
import { ShopifyStores } from '../shopify-stores.js';
import { DraftTakeover } from './draft-takeover.js';
import { isMade, isSettled, type ImportedItem } from './import-outcomes.js';
import { referenceOf, referencesIn, type OrderReference } from './order-references.js';
import { ReferenceResolver, type Resolved } from './reference-resolver.js';
import { ShopifyImport, ShopifyImportResult } from './shopify-import.entity.js';
import {
  mostNamed,
  toImportResult,
  toShopifyImport,
  type ImportShopifyOrders,
  type ShopifyImportAnswer,
  type ShopifyImportDto,
  type ShopifyImportListQuery,
  type ShopifyImportResultQuery,
} from './shopify-imports.dto.js';

const imports = new ListPages('imports of stores', byAge);
const results = new ListPages('results of an import of a store', z.tuple([cursorKey.integer]));

interface Asked {
  begin: BeginWork;
  signal: AbortSignal;
}

/** Imports the orders of a client’s stores. */
@Injectable()
export class ShopifyImportsService {
  constructor(
    private readonly db: Database,
    private readonly stores: ShopifyStores,
    private readonly drafts: DraftsService,
    private readonly resolver: ReferenceResolver,
    private readonly takeover: DraftTakeover,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Imports the orders that are named; for all of them a job is enqueued.
   * @throws Problem `order_upload_not_allowed`, `shopify_not_connected`, `shopify_unavailable`, `shopify_access_lost`,
   * `validation_failed`
   */
  async importShopifyOrders(
    { shop, orderIds, text }: ImportShopifyOrders,
    { begin, signal }: Asked,
  ): Promise<ShopifyImportAnswer> {
    const references = orderIds
      ? distinct(orderIds.map(referenceOf))
      : text === undefined
        ? null
        : named(text);
    const store = await this.db.transaction(async (em) => {
      await this.drafts.uploadingClientOf(em);
      return this.stores.require(em, shop, '/shop');
    });
    if (!references) {
      await begin();
      return { ...answerOf([]), import: await this.enqueue(store) };
    }
    // Shopify is asked first: no transaction is open meanwhile.
    const found = await this.resolver.resolve(store, references, { signal }).catch((error: unknown) => {
      throw problemOfShopify(error);
    });
    await begin();
    return answerOf(await this.take(store, found));
  }

  /** Newest first. */
  async listShopifyImports({ limit, cursor, ...filters }: ShopifyImportListQuery) {
    const after = imports.decode(cursor, filters);
    const { status, shop } = filters;
    const where = { ...(status && { status }), ...(shop && { shop }), ...olderThan(after) };
    const found = await this.db.transaction((em) =>
      em.find(ShopifyImport, where, { orderBy: newestFirst, limit: limit + 1 }),
    );
    return imports.page(found, limit, filters, ageOf, toShopifyImport);
  }

  async getShopifyImport(id: string): Promise<ShopifyImportDto> {
    return this.db.transaction(async (em) => toShopifyImport(await importOf(em, id)));
  }

  /** In the order in which they were imported. */
  async listShopifyImportResults(id: string, { limit, cursor, outcome }: ShopifyImportResultQuery) {
    const filters = { id, outcome };
    const after = results.decode(cursor, filters);
    return this.db.transaction(async (em) => {
      const { id: importId } = await importOf(em, id);
      const where = { importId, ...(outcome && { outcome }), ...(after && { ordinal: { $gt: after[0] } }) };
      const found = await em.find(ShopifyImportResult, where, {
        orderBy: { ordinal: 'asc' },
        limit: limit + 1,
      });
      return results.page(found, limit, filters, ({ ordinal }) => [ordinal], toImportResult);
    });
  }

  /**
   * At once before it has started, else after the page that it is at.
   * @throws Problem `import_not_cancellable`
   */
  async cancelShopifyImport(id: string): Promise<ShopifyImportDto> {
    return this.db.transaction(async (em) => {
      const imported = await importOf(em, id, 'locked');
      if (imported.status !== 'queued' && imported.status !== 'running')
        throw problem(
          'import_not_cancellable',
          'It has already ended. Delete the drafts that you do not want.',
        );
      imported.cancelRequestedAt ??= new Date();
      if (imported.status === 'queued') {
        imported.status = 'cancelled';
        imported.finishedAt = new Date();
        imported.message = 'Cancelled. Nothing was imported.';
      }
      await em.flush();
      return toShopifyImport(imported);
    });
  }

  private async enqueue({
    id: storeId,
    shop,
    organizationId,
    clientId,
  }: ShopifyStore): Promise<ShopifyImportDto> {
    return this.db.transaction(async (em) => {
      const createdBy = { ...currentActor() };
      const imported = em.create(ShopifyImport, { organizationId, clientId, storeId, shop, createdBy });
      await em.flush();
      const payload = { importId: imported.id };
      await this.jobs.enqueue(em, 'shopify.import', payload, { tenant: storeId });
      return toShopifyImport(imported);
    });
  }

  private async take(store: ShopifyStore, found: readonly Resolved[]): Promise<ImportedItem[]> {
    const orders = found.flatMap((one) => ('order' in one ? [one.order] : []));
    const taken = await this.db.transaction((em) => this.takeover.take(em, store, orders));
    const told = new Set<string>();
    return found.map((one) => {
      if ('item' in one) return one.item;
      const item = { input: one.input, ...taken[orders.indexOf(one.order)]! };
      if (!isMade(item) || !told.has(item.shopifyOrderId)) {
        told.add(item.shopifyOrderId);
        return item;
      }
      return { ...item, outcome: 'already_imported' as const, detail: 'The same order was named before it.' };
    });
  }
}

function answerOf(items: ImportedItem[]): ShopifyImportAnswer {
  const succeededCount = items.filter(isMade).length;
  const settled = items.filter(isSettled).length;
  return {
    succeededCount,
    skippedCount: settled - succeededCount,
    failedCount: items.length - settled,
    results: items,
    import: null,
  };
}

/** @throws Problem `validation_failed` */
function named(text: string): OrderReference[] {
  const references = referencesIn(text);
  if (references.length === 0)
    throw invalidField('/text', 'nothing_named', 'names no order; paste order names such as #1001, or ids');
  if (references.length > mostNamed)
    throw invalidField(
      '/text',
      'too_big',
      `names ${references.length} orders; ${mostNamed} at most go at once`,
    );
  return references;
}

/** The same entry twice counts once. */
const distinct = (references: OrderReference[]) => [
  ...new Map(references.map((one) => [one.input, one])).values(),
];

async function importOf(em: EntityManager, id: string, lock?: 'locked'): Promise<ShopifyImport> {
  const imported = await em.findOne(ShopifyImport, { id }, lock && { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!imported) throw notFound();
  return imported;
}
