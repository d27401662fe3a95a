import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Database } from '../../../../database/database.js';
import { OrderCancellation } from '../../../orders/order-cancellation.service.js';
import { ShopifyAdmin } from '../api/shopify-admin.js';
import { DraftTakeover } from '../importing/draft-takeover.js';
import { ShopifyReferences } from '../importing/shopify-references.js';
import { ShopifyStore } from '../shopify-store.entity.js';
import { ShopifyStores } from '../shopify-stores.js';
import { notConnected, type WebhookOf } from './webhook-work.js';

const document = `query OrderCancellation($id: ID!) {
  order(id: $id) { id cancelledAt cancelReason }
}`;

interface Answer {
  order: { cancelledAt: string | null; cancelReason: string | null } | null;
}

/** By Shopify's names, in words that both sides may read. */
const reasons: Record<string, string> = {
  CUSTOMER: 'The customer changed or cancelled the order.',
  DECLINED: 'The payment was declined.',
  FRAUD: 'The order was taken for fraud.',
  INVENTORY: 'The items were not in stock.',
  STAFF: 'The store made a mistake.',
};

const unknownOrder = 'The order was not taken over.';

/** What stores tell of their orders. The store is asked how it really is: webhooks may come late, or twice. */
@Injectable()
export class OrderWebhooks {
  constructor(
    private readonly db: Database,
    private readonly admin: ShopifyAdmin,
    private readonly references: ShopifyReferences,
    private readonly takeover: DraftTakeover,
    private readonly cancellation: OrderCancellation,
    private readonly stores: ShopifyStores,
  ) {}

  /** Takes a new order over where its client wants that. */
  async created({ shop, subject: { orderId } }: WebhookOf<'orders/create'>): Promise<string> {
    const store = await this.storeOf(shop);
    if (!store) return notConnected;
    if (!store.autoImport) return 'The client takes orders over by hand.';
    const taken = await this.takeover.takeById(store, orderId);
    return taken ? `Taking it over: ${taken.outcome}.` : 'The order cannot be taken over.';
  }

  /** Brings a draft up to date; an order that was cancelled is treated as such. */
  async updated(event: WebhookOf<'orders/updated'>, signal: AbortSignal): Promise<string> {
    const { shop, subject } = event;
    const store = await this.storeOf(shop);
    if (!store) return notConnected;
    if ((await this.known(store, subject.orderId)) === null) return unknownOrder;
    const { order } = await this.ask(store, subject.orderId, signal);
    if (order?.cancelledAt) return this.cancel(store, subject.orderId, order.cancelReason);
    const changed = await this.takeover.refresh(store, subject.orderId);
    return changed ? 'The draft was brought up to date.' : 'There was nothing to change.';
  }

  async cancelled(event: WebhookOf<'orders/cancelled'>, signal: AbortSignal): Promise<string> {
    const { shop, subject } = event;
    const store = await this.storeOf(shop);
    if (!store) return notConnected;
    if ((await this.known(store, subject.orderId)) === null) return unknownOrder;
    const { order } = await this.ask(store, subject.orderId, signal);
    if (order && !order.cancelledAt) return 'The store says that it is not cancelled.';
    // Orders of more than 60 days ago are not shown. That it was cancelled was signed, and cannot be undone.
    return this.cancel(store, subject.orderId, order?.cancelReason ?? null);
  }

  private async cancel(store: ShopifyStore, shopifyOrderId: string, code: string | null): Promise<string> {
    const reason = reasons[code ?? ''];
    const end = await this.asClient(store, async (em) => {
      const orderId = await this.references.orderOf(em, store.shop, shopifyOrderId);
      if (orderId === null) return unknownOrder;
      return this.cancellation.cancelByStore(em, orderId, { shop: store.shop, ...(reason && { reason }) });
    });
    return end === unknownOrder ? end : `Its cancellation: ${end}.`;
  }

  private ask(store: ShopifyStore, orderId: string, signal: AbortSignal): Promise<Answer> {
    return this.admin.query<Answer>(store.id, document, { id: `gid://shopify/Order/${orderId}` }, { signal });
  }

  private known(store: ShopifyStore, shopifyOrderId: string): Promise<string | null> {
    return this.asClient(store, (em) => this.references.orderOf(em, store.shop, shopifyOrderId));
  }

  private asClient<T>(
    { organizationId, clientId }: ShopifyStore,
    work: (em: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.db.as({ audience: 'client', organizationId, clientId }, work);
  }

  private storeOf(shop: string): Promise<ShopifyStore | null> {
    return this.db.asSystem('a webhook says only which store', async (em) => {
      const store = await em.findOne(ShopifyStore, { shop, disconnectedAt: null });
      return store && this.stores.connected(em, store.id);
    });
  }
}
