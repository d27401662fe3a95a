import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '../../../../../database/database.js';

/** Values: the client and the shop. Not where the store was connected to the same client again meanwhile. */
const ledgers = ['shopify_order_fulfillments', 'shopify_fulfillments', 'shopify_fulfillment_events'];
const statements = [
  ...ledgers.map(
    (ledger) => `delete from ${ledger} l using shopify_orders r
      where r.order_id = l.order_id and r.client_id = $1 and r.shop = $2`,
  ),
  `delete from shopify_import_results r using shopify_imports i
    where i.id = r.import_id and i.client_id = $1 and i.shop = $2`,
  `delete from shopify_imports where client_id = $1 and shop = $2`,
  `delete from shopify_orders where client_id = $1 and shop = $2`,
  `delete from shopify_stores where client_id = $1 and shop = $2 and disconnected_at is not null`,
];

/** Removes what is left of a store whose orders are erased: references, imports and the store itself. */
export async function removeStore(em: EntityManager, clientId: string, shop: string): Promise<void> {
  const live = 'select 1 from shopify_stores where client_id = $1 and shop = $2 and disconnected_at is null';
  if ((await rowsOf(em, live, [clientId, shop])).length > 0) return;
  for (const sql of statements) await rowsOf(em, sql, [clientId, shop]);
}
