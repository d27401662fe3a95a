import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '../../../../database/database.js';

/** A client of whom something of a store is kept. */
export interface StoreOwner {
  organizationId: string;
  clientId: string;
  /** Whether the store is connected to it now. */
  isConnected: boolean;
  /** Our orders that came from the store, of those asked for; of all where none were named. */
  orderIds: string[];
}

/**
 * Every client that has, or had, the store, with its orders from there. A store may have changed hands; each client
 * answers for its own orders.
 */
export async function ownersOf(
  em: EntityManager,
  shop: string,
  shopifyOrderIds: readonly string[] | null,
): Promise<StoreOwner[]> {
  const sql = `
    select c.organization_id as "organizationId", c.client_id as "clientId", bool_or(c.live) as "isConnected",
           array(select r.order_id::text from shopify_orders r
                  where r.client_id = c.client_id and r.shop = $1
                    and ($2::text[] is null or r.shopify_order_id = any($2::text[]))
                  order by r.order_id) as "orderIds"
      from (select organization_id, client_id, disconnected_at is null as live from shopify_stores where shop = $1
            union all
            select organization_id, client_id, false from shopify_orders where shop = $1) c
     group by c.organization_id, c.client_id
     order by c.client_id`;
  return rowsOf<StoreOwner>(em, sql, [shop, shopifyOrderIds]);
}
