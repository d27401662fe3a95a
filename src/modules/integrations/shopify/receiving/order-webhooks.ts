import { Injectable } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import { ShopifyStore } from '../shopify-store.entity.js';
import { ShopifyStores } from '../shopify-stores.js';
import { OrderNews } from './order-news.js';
import { notConnected, type WebhookOf } from './webhook-work.js';

/** What stores tell of their orders by webhooks. */
@Injectable()
export class OrderWebhooks {
  constructor(
    private readonly db: Database,
    private readonly stores: ShopifyStores,
    private readonly news: OrderNews,
  ) {}

  async handle(
    { topic, shop, subject: { orderId } }: WebhookOf<'orders/create' | 'orders/updated' | 'orders/cancelled'>,
    signal: AbortSignal,
  ): Promise<string> {
    const store = await this.storeOf(shop);
    if (!store) return notConnected;
    switch (topic) {
      case 'orders/create':
        return this.news.created(store, orderId);
      case 'orders/updated':
        return this.news.updated(store, orderId, signal);
      case 'orders/cancelled':
        return this.news.cancelled(store, orderId, signal);
    }
  }

  private storeOf(shop: string): Promise<ShopifyStore | null> {
    return this.db.asSystem('a webhook says only which store', async (em) => {
      const store = await em.findOne(ShopifyStore, { shop, disconnectedAt: null });
      return store && this.stores.connected(em, store.id);
    });
  }
}
