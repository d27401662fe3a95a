import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { clientScope } from '../../../../common/scope.js';
import type { Actor } from '../../../../common/http/request-context.js';
import { shorten } from '../../../../common/schemas/tidy-text.js';
import { Database, filterScopeOf, rowsOf } from '../../../../database/database.js';
import { Statement } from '../../../../database/sql/statement.js';
import { callingClient } from '../../../../database/tenancy/caller-scope.js';
import { isMade, isSettled } from './import-outcomes.js';
import type { TakenItem } from './draft-takeover.js';
import { resultLengths, ShopifyImport } from './shopify-import.entity.js';

/** Another runner has taken the import further. */
export class ShopifyImportTakenError extends Error {
  constructor() {
    super('The import was taken further by another runner');
    this.name = 'ShopifyImportTakenError';
  }
}

/** How far an import is, as it was committed last. */
export interface Progress {
  pages: number;
  pageCursor: string | null;
  ordersFound: number;
  ordersImported: number;
  ordersSkipped: number;
  ordersRejected: number;
  cancelRequestedAt: string | null;
}

export interface ImportEnd {
  status: 'completed' | 'completed_with_errors' | 'failed' | 'cancelled';
  message: string;
  failureCode?: string;
}

const progressColumns = `pages, page_cursor as "pageCursor", orders_found as "ordersFound",
  orders_imported as "ordersImported", orders_skipped as "ordersSkipped", orders_rejected as "ordersRejected", cancel_requested_at as "cancelRequestedAt"`;

/** Reads and writes how far an import is. */
@Injectable()
export class ImportProgress {
  constructor(private readonly db: Database) {}

  /** Whose it is, for a job that knows its id alone. */
  async ownerOf(importId: string) {
    const owner = await this.db.asSystem('a job does not know yet which client it works for', (em) =>
      em.findOne(
        ShopifyImport,
        { id: importId },
        { fields: ['organizationId', 'clientId', 'storeId', 'createdBy'] },
      ),
    );
    if (!owner) return null;
    return { scope: clientScope(owner), storeId: owner.storeId, actor: owner.createdBy as unknown as Actor };
  }

  /** Marks it as running; undefined when it has ended. */
  async begin(em: EntityManager, importId: string): Promise<Progress | undefined> {
    return one<Progress>(
      em,
      importId,
      (tenant) => `
      update shopify_imports i
         set status = 'running', started_at = coalesce(started_at, now()), updated_at = now(), version = version + 1
       where ${tenant} and i.status in ('queued', 'running') returning ${progressColumns}`,
    );
  }

  /** Keeps other runners away until the transaction ends. @throws ShopifyImportTakenError */
  async hold(em: EntityManager, importId: string, { pages }: Progress): Promise<void> {
    const held = await one(
      em,
      importId,
      (tenant, statement) => `
      select i.id from shopify_imports i
       where ${tenant} and i.status = 'running' and i.pages = ${statement.bind(pages)} for update of i`,
    );
    if (!held) throw new ShopifyImportTakenError();
  }

  /** Notes a page in the transaction of its drafts, and where the next one begins. */
  async advance(
    em: EntityManager,
    importId: string,
    before: Progress,
    pageCursor: string | null,
    items: readonly TakenItem[],
  ): Promise<Progress> {
    const count = (isOne: (item: TakenItem) => boolean) => items.filter(isOne).length;
    await this.tell(em, importId, before, items);
    const progress = await one<Progress>(em, importId, (tenant, statement) => {
      const add = (column: string, isOne: (item: TakenItem) => boolean) =>
        `${column} = ${column} + ${statement.bind(count(isOne))}`;
      const counts = [
        add('orders_found', () => true),
        add('orders_imported', isMade),
        add('orders_redacted', ({ outcome }) => outcome === 'redacted'),
        add('orders_skipped', ({ outcome }) => outcome === 'already_imported'),
        add('orders_rejected', (item) => !isSettled(item)),
      ];
      return `
        update shopify_imports i
           set ${counts.join(', ')}, pages = pages + 1, page_cursor = ${statement.bind(pageCursor)},
               updated_at = now(), version = version + 1
         where ${tenant} returning ${progressColumns}`;
    });
    return progress!;
  }

  /** Ends it, unless another runner did or has taken it further. */
  async finish(em: EntityManager, importId: string, { pages }: Progress, end: ImportEnd): Promise<void> {
    await one(
      em,
      importId,
      (tenant, statement) => `
      update shopify_imports i
         set status = ${statement.bind(end.status)}, message = ${statement.bind(end.message)},
             failure_code = ${statement.bind(end.failureCode ?? null)}, finished_at = now(), updated_at = now(),
             version = version + 1
       where ${tenant} and i.status = 'running' and i.pages = ${statement.bind(pages)} returning i.id`,
    );
  }

  /** What there is to say of single orders. */
  private async tell(
    em: EntityManager,
    importId: string,
    { ordersFound }: Progress,
    items: readonly TakenItem[],
  ): Promise<void> {
    const told = items.flatMap((item, place) => (item.detail === null ? [] : [{ ...item, place }]));
    if (told.length === 0) return;
    const { organizationId, clientId } = callingClient();
    await rowsOf(
      em,
      `insert into shopify_import_results (import_id, organization_id, client_id, ordinal, shopify_order_id, name, outcome, order_id, detail)
       select $1, $2, $3, r.ordinal, r.shopify_order_id, r.name, r.outcome, r.order_id, r.detail
         from unnest($4::int[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[])
                as r (ordinal, shopify_order_id, name, outcome, order_id, detail)`,
      [
        importId,
        organizationId,
        clientId,
        told.map(({ place }) => ordersFound + place + 1),
        told.map(({ shopifyOrderId }) => shopifyOrderId),
        told.map(({ name }) => shorten(name, resultLengths.name)),
        told.map(({ outcome }) => outcome),
        told.map(({ orderId }) => orderId),
        told.map(({ detail }) => shorten(detail!, resultLengths.detail)),
      ],
    );
  }
}

async function one<Row>(
  em: EntityManager,
  importId: string,
  build: (tenant: string, statement: Statement) => string,
): Promise<Row | undefined> {
  const statement = new Statement();
  const tenant = `${statement.tenant(filterScopeOf(em), 'i')} and i.id = ${statement.bind(importId)}`;
  const [row] = await rowsOf<Row>(em, build(tenant, statement), statement.values);
  return row;
}
