import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { Database, rowsOf } from '../../../../../database/database.js';
import { Jobs } from '../../../../../jobs/jobs.js';
import { ShopifyDisconnection } from '../../connecting/disconnection.js';
import { ShopifyStore } from '../../shopify-store.entity.js';
import { ownersOf, type StoreOwner } from '../store-owners.js';
import { happenedAt, type WebhookOf } from '../webhook-work.js';
import { nothingErased } from './erase-orders.queries.js';
import type { ErasureKind } from './shopify-erasure.entity.js';

/** Days in which the law wants it done. */
const daysToErase = 30;
/** Shopify asks two days after the app was removed; an hour is for clocks and late webhooks. */
const hoursSinceRemoval = 47;

const insertSql = `
  insert into shopify_erasures
    (id, organization_id, client_id, shop, webhook_event_id, kind, state, order_ids, counts, requested_at, due_at)
  values ($1, $2, $3, $4, $5, $6, 'waiting', $7::text[], $8::jsonb, $9::timestamptz,
          $9::timestamptz + interval '${daysToErase} days')
  on conflict (webhook_event_id, client_id, organization_id) do nothing
  returning id`;

/** Values: the shop, the customer and orders by Shopify's numbers. */
const filesOfCustomer = `
  select id, client_id as "clientId" from shopify_data_requests
   where shop = $1 and state <> 'cleared' and (customer_number = $2 or order_numbers && $3::text[])`;

const filesOfClient = `
  select id, client_id as "clientId" from shopify_data_requests
   where shop = $1 and state <> 'cleared' and client_id = any($2::uuid[])`;

type Asked = Pick<
  WebhookOf<'customers/redact' | 'shop/redact'>,
  'id' | 'shop' | 'triggeredAt' | 'receivedAt'
>;

/** What Shopify asks to be erased: a customer, or a whole store. */
@Injectable()
export class Erasures {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly disconnection: ShopifyDisconnection,
  ) {}

  async ofCustomer(event: WebhookOf<'customers/redact'>): Promise<string> {
    const { shop, subject } = event;
    return this.db.asSystem('a store may have been of several clients', async (em) => {
      const owners = await ownersOf(em, shop, subject.orderIds);
      const files = await this.clearFiles(em, filesOfCustomer, [shop, subject.customerId, subject.orderIds]);
      const isKept = ({ orderIds, clientId }: StoreOwner) => orderIds.length > 0 || files.has(clientId);
      const concerned = owners.filter(isKept);
      await this.begin(em, event, 'customer', concerned, files);
      const many = concerned.length;
      return many > 0 ? `Erasings begun: ${many}.` : 'Nothing of this customer is kept here.';
    });
  }

  /** What a client holds by a connection that is newer than the removal is not meant. */
  async ofShop(event: WebhookOf<'shop/redact'>): Promise<string> {
    const { shop } = event;
    const removedAt = new Date(happenedAt(event).getTime() - hoursSinceRemoval * 3_600_000);
    return this.db.asSystem('a store may have been of several clients', async (em) => {
      // That the app was removed may not have reached us.
      await this.disconnection.uninstalled(em, shop, removedAt);
      const live = await em.findOne(ShopifyStore, { shop, disconnectedAt: null });
      const owners = await ownersOf(em, shop, null);
      const concerned = owners.filter(({ clientId }) => clientId !== live?.clientId);
      const clientIds = concerned.map(({ clientId }) => clientId);
      const files = await this.clearFiles(em, filesOfClient, [shop, clientIds]);
      await this.begin(em, event, 'shop', concerned, files);
      if (concerned.length > 0) return `Erasings begun: ${concerned.length}.`;
      return live ? 'The store was connected again since.' : 'Nothing of this store is kept here.';
    });
  }

  private async begin(
    em: EntityManager,
    event: Asked,
    kind: ErasureKind,
    owners: readonly StoreOwner[],
    files: ReadonlyMap<string, number>,
  ): Promise<void> {
    const at = happenedAt(event).toISOString();
    for (const { organizationId, clientId, orderIds } of owners) {
      const counts = JSON.stringify({ ...nothingErased, files: files.get(clientId) ?? 0 });
      const head = [uuidv7(), organizationId, clientId, event.shop, event.id, kind, orderIds];
      const [kept] = await rowsOf<{ id: string }>(em, insertSql, [...head, counts, at]);
      if (kept) await this.jobs.enqueue(em, 'shopify.erase', { erasureId: kept.id }, { tenant: clientId });
    }
  }

  /** How many of which client. */
  private async clearFiles(em: EntityManager, sql: string, values: unknown[]): Promise<Map<string, number>> {
    const rows = await rowsOf<{ id: string; clientId: string }>(em, sql, values);
    const jobs = rows.map(({ id }) => ({ payload: { dataRequestId: id } }));
    await this.jobs.enqueueMany(em, 'shopify.clear-export', jobs);
    return new Map(
      [...Map.groupBy(rows, ({ clientId }) => clientId)].map(([id, those]) => [id, those.length]),
    );
  }
}
