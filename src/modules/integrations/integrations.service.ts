import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { changedFields } from '../../common/changed-fields.js';
import { assertFresh } from '../../common/http/etag.js';
import { Database } from '../../database/database.js';
import { EventLog } from '../events/event-log.js';
import { DraftsService } from '../orders/drafts/drafts.service.js';
import { ShopifyLibrary } from './shopify/api/shopify-library.js';
import { isAvailable } from './shopify/connecting/availability.js';
import { ShopifyDisconnection } from './shopify/connecting/disconnection.js';
import { ShopifyStore } from './shopify/shopify-store.entity.js';
import { ShopifyStores } from './shopify/shopify-stores.js';
import {
  toShopifyIntegration,
  type IntegrationPage,
  type ShopifyIntegrationDto,
  type UpdateShopifyIntegration,
} from './integrations.dto.js';

/** The client’s connections to stores: what they are, how they are set, and their end. */
@Injectable()
export class IntegrationsService {
  constructor(
    private readonly db: Database,
    private readonly stores: ShopifyStores,
    private readonly library: ShopifyLibrary,
    private readonly disconnection: ShopifyDisconnection,
    private readonly drafts: DraftsService,
    private readonly events: EventLog,
  ) {}

  async listIntegrations(): Promise<IntegrationPage> {
    return this.db.transaction(async (em) => {
      const [available, stores] = [await isAvailable(em, this.library), await this.stores.all(em)];
      const shops = stores.map(({ shop }) => shop);
      const item = { provider: 'shopify' as const, available, connected: shops.length > 0, stores: shops };
      return { items: [item], nextCursor: null };
    });
  }

  /** Of several stores the one that was connected first, unless one is named. @throws Problem `shopify_not_connected` */
  async getShopifyIntegration(shop?: string): Promise<ShopifyIntegrationDto> {
    return this.db.transaction(async (em) => {
      const all = await this.stores.all(em);
      const store = shop === undefined ? all[0] : await this.stores.require(em, shop);
      return this.describe(em, store, all);
    });
  }

  /**
   * @throws Problem `shopify_not_connected`, `validation_failed` on `/shop`, `stale_version`; for a client without
   * uploads that switches automatic import on `order_upload_not_allowed`
   */
  async updateShopifyIntegration({
    shop,
    ...changes
  }: UpdateShopifyIntegration): Promise<ShopifyIntegrationDto> {
    return this.db.transaction(async (em) => {
      const store = await this.lock(em, shop, '/shop');
      assertFresh(store);
      const changed = changedFields(store, changes);
      if (changes.autoImport && !store.autoImport) {
        await this.drafts.uploadingClientOf(em);
        store.autoImportFrom = new Date();
      }
      em.assign(store, changes);
      await em.flush();
      const { organizationId, clientId } = store;
      if (changed.length > 0)
        await this.events.append(em, {
          type: 'shopify_store.updated',
          organizationId,
          clientId,
          audience: 'client',
          data: { storeId: store.id, shop: store.shop, changed },
        });
      return this.describe(em, store, await this.stores.all(em));
    });
  }

  /** @throws Problem `shopify_not_connected`, `validation_failed` on `query/shop`, `stale_version` */
  async disconnectShopify(shop: string | undefined): Promise<void> {
    await this.db.transaction(async (em) => {
      const store = await this.lock(em, shop);
      assertFresh(store);
      await this.disconnection.disconnect(em, store);
    });
  }

  /** Of two who change it at once the second finds what the first left. */
  private async lock(em: EntityManager, shop: string | undefined, place?: '/shop'): Promise<ShopifyStore> {
    const { id } = await this.stores.require(em, shop, place);
    const store = await em.findOne(
      ShopifyStore,
      { id, disconnectedAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    return store ?? this.stores.require(em, shop, place);
  }

  private async describe(
    em: EntityManager,
    store: ShopifyStore | undefined,
    all: ShopifyStore[],
  ): Promise<ShopifyIntegrationDto> {
    return toShopifyIntegration(await isAvailable(em, this.library), store, all);
  }
}
