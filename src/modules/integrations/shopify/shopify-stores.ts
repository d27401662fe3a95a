import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { invalidField, problem } from '../../../common/problems/problems.js';
import { rowsOf } from '../../../database/database.js';
import { callingClient } from '../../../database/tenancy/caller-scope.js';
import { namedShop } from './api/shop-domain.js';
import { ShopifyStore } from './shopify-store.entity.js';

/** Which store is meant. */
@Injectable()
export class ShopifyStores {
  /** Those of the calling client, in the order in which they were connected. */
  async all(em: EntityManager): Promise<ShopifyStore[]> {
    const { clientId } = callingClient();
    return em.find(
      ShopifyStore,
      { clientId, disconnectedAt: null },
      { orderBy: { connectedAt: 'asc', id: 'asc' } },
    );
  }

  /**
   * The caller’s store of this name; without one, its only store.
   * @param place where the caller names it
   * @throws Problem `shopify_not_connected`, `validation_failed` on `place`
   */
  async require(
    em: EntityManager,
    shop?: string,
    place: 'query/shop' | '/shop' = 'query/shop',
  ): Promise<ShopifyStore> {
    const stores = await this.all(em);
    const wanted = shop === undefined ? undefined : namedShop(shop, place);
    const [store, ...others] = stores.filter((one) => wanted === undefined || one.shop === wanted);
    if (!store)
      throw problem(
        'shopify_not_connected',
        stores.length === 0
          ? undefined
          : `Connected are ${namesOf(stores)}. Name one of them, or connect this one: \`POST /v1/integrations/shopify/connect\`.`,
      );
    if (others.length > 0)
      throw invalidField(
        place,
        'required',
        `is required, as several stores are connected: ${namesOf(stores)}`,
      );
    return store;
  }

  /** By its id, for jobs; null once it is disconnected, and while its client is archived. */
  async connected(em: EntityManager, id: string): Promise<ShopifyStore | null> {
    const store = await em.findOne(ShopifyStore, { id, disconnectedAt: null });
    if (!store) return null;
    const sql = `select 1 from clients where organization_id = $1 and id = $2 and status <> 'archived'`;
    return (await rowsOf(em, sql, [store.organizationId, store.clientId])).length > 0 ? store : null;
  }
}

const namesOf = (stores: ShopifyStore[]) => new Intl.ListFormat('en').format(stores.map(({ shop }) => shop));
