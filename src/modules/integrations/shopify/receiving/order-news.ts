import { Injectable } from '@nestjs/common';
import { clientScope } from '../../../../common/scope.js';
import { Database } from '../../../../database/database.js';
import { OrderCancellation } from '../../../orders/order-cancellation.service.js';
import { ShopifyAdmin } from '../api/shopify-admin.js';
import { DraftRefresh, type RefreshEnd } from '../importing/draft-refresh.js';
import { DraftTakeover } from '../importing/draft-takeover.js';
import { ShopifyReferences } from '../importing/shopify-references.js';
import type { ShopifyStore } from '../shopify-store.entity.js';

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

const refreshEnds: Record<Exclude<RefreshEnd, 'cancelled'>, string> = {
  updated: 'The draft was brought up to date.',
  told: 'The order stays as it is; whom it concerns was told.',
  unchanged: 'There was nothing to change.',
  unknown: unknownOrder,
};

/** What becomes of orders by what their store says. It is asked how it really is: news may come late, or twice. */
@Injectable()
export class OrderNews {
  constructor(
    private readonly db: Database,
    private readonly admin: ShopifyAdmin,
    private readonly references: ShopifyReferences,
    private readonly takeover: DraftTakeover,
    private readonly drafts: DraftRefresh,
    private readonly cancellation: OrderCancellation,
  ) {}

  /** Takes a new order over where its client wants that. */
  async created(store: ShopifyStore, shopifyOrderId: string): Promise<string> {
    if (!store.autoImport) return 'The client takes orders over by hand.';
    const taken = await this.takeover.takeById(store, shopifyOrderId);
    return taken ? `Taking it over: ${taken.outcome}.` : 'The order cannot be taken over.';
  }

  /** Brings a draft up to date; an order that was cancelled is treated as such. */
  async updated(store: ShopifyStore, shopifyOrderId: string, signal: AbortSignal): Promise<string> {
    const end = await this.drafts.refresh(store, shopifyOrderId, { signal });
    return end === 'cancelled' ? this.cancelled(store, shopifyOrderId, signal) : refreshEnds[end];
  }

  async cancelled(store: ShopifyStore, shopifyOrderId: string, signal: AbortSignal): Promise<string> {
    if ((await this.known(store, shopifyOrderId)) === null) return unknownOrder;
    const { order } = await this.ask(store, shopifyOrderId, signal);
    if (order && !order.cancelledAt) return 'The store says that it is not cancelled.';
    // Orders of more than 60 days ago are not shown. That it was cancelled was signed, and cannot be undone.
    return this.cancel(store, shopifyOrderId, order?.cancelReason ?? null);
  }

  private async cancel(store: ShopifyStore, shopifyOrderId: string, code: string | null): Promise<string> {
    const reason = reasons[code ?? ''];
    const end = await this.db.as(clientScope(store), async (em) => {
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
    return this.db.as(clientScope(store), (em) => this.references.orderOf(em, store.shop, shopifyOrderId));
  }
}
