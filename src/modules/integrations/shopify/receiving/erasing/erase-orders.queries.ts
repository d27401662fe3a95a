import type { EntityManager } from '@mikro-orm/postgresql';
import { rowsOf } from '../../../../../database/database.js';
import { stateList } from '../../../../orders/order-status-sql.js';
import { orderViews } from '../../../../orders/order-status.js';

/** How much was erased. */
export interface ErasedCounts {
  orders: number;
  attempts: number;
  proofs: number;
  pictures: number;
  events: number;
  webhooks: number;
  files: number;
}

export const nothingErased: ErasedCounts = {
  orders: 0,
  attempts: 0,
  proofs: 0,
  pictures: 0,
  events: 0,
  webhooks: 0,
  files: 0,
};

/** Stands where free words stood that must be some. */
const erasedWords = 'Erased, as privacy law asks.';

const noneOf = (...columns: string[]) => columns.map((column) => `${column} = null`).join(', ');

/** Orders of $1 that may be erased: none that somebody is to bring, unless $2. Locked, so that none is put on a route. */
const erasableSql = `
  select o.id from orders o
   where o.id = any($1::uuid[])
     and ($2 or (o.status not in (${stateList(orderViews.active)})
                 and not exists (select from routes r where r.id = o.route_id and r.status = 'started')))
   order by o.id
     for update of o`;

/** Routes that the orders are or were on: their lines on the map lead to the door. */
const onRoutes = `(select o.route_id from orders o where o.id = any($1::uuid[])
  union select a.route_id from attempts a where a.order_id = any($1::uuid[])
  union select p.route_id from proofs p where p.order_id = any($1::uuid[]))`;

/** Of each what is erased, by the name under which it is counted. All take the ids of the orders as $1. */
const statements: [count: keyof ErasedCounts | null, sql: string][] = [
  [
    null,
    `update routes set plan = case when plan is null then null else jsonb_set(plan, '{geometry}', 'null') end,
            ${noneOf('leaves_latitude', 'leaves_longitude')}
      where id in ${onRoutes}`,
  ],
  [
    'orders',
    `update orders set
       ${noneOf('address_name', 'address_line_one', 'address_line_two', 'city', 'state', 'zip', 'country')},
       ${noneOf('latitude', 'longitude', 'recipient_name', 'recipient_email', 'recipient_phone', 'notes')},
       ${noneOf('internal_notes', 'return_reason', 'signee_name', 'recipient_notes')},
       ${noneOf('attempt_latitude', 'attempt_longitude')},
       metadata = '{}', products = '{}', photo_count = 0, has_signature = false,
       updated_at = now(), version = version + 1
     where id = any($1::uuid[])`,
  ],
  // It is indexed anew from what is left.
  [null, 'delete from order_texts where order_id = any($1::uuid[])'],
  [
    'attempts',
    `update attempts set ${noneOf('latitude', 'longitude', 'signee_name', 'recipient_notes', 'internal_notes')}
      where order_id = any($1::uuid[])`,
  ],
  [
    'proofs',
    `update proofs set attempt = null, upload_sha256 = null, erased_at = now()
      where order_id = any($1::uuid[]) and erased_at is null`,
  ],
  [
    'events',
    `update events set data = jsonb_set(data, '{reason}', to_jsonb('${erasedWords}'::text))
      where order_id = any($1::uuid[]) and data ? 'reason'`,
  ],
  [
    'webhooks',
    `update webhook_attempts a set request_body = '${erasedWords}', response = null
       from webhook_deliveries d join events e on e.id = d.event_id
      where d.id = a.delivery_id and e.order_id = any($1::uuid[])`,
  ],
  [
    null,
    `update import_problems p set detail = '${erasedWords}', ${noneOf('value', 'fix_value', 'fixed_value')}
       from orders o
      where o.id = any($1::uuid[]) and p.import_id = o.import_id
        and o.import_row between p.first_row and p.last_row`,
  ],
  [
    null,
    `update shopify_orders set said = null, told_hash = null, updated_at = now() where order_id = any($1::uuid[])`,
  ],
  [null, `update shopify_import_results set detail = '${erasedWords}' where order_id = any($1::uuid[])`],
];

/** Which of these orders may be erased now; those that are not there any more may, too. */
export async function lockErasable(
  em: EntityManager,
  orderIds: readonly string[],
  isDue: boolean,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(em, erasableSql, [orderIds, isDue]);
  return rows.map(({ id }) => id);
}

/** The pictures of these orders that are still there. */
export async function picturesOf(em: EntityManager, orderIds: readonly string[]): Promise<string[]> {
  const sql = `select id from proofs where order_id = any($1::uuid[]) and sha256 is not null and erased_at is null`;
  return (await rowsOf<{ id: string }>(em, sql, [orderIds])).map(({ id }) => id);
}

/** Erases whatever is personal of these orders, in every table, and says how much that was. */
export async function eraseOrders(em: EntityManager, orderIds: readonly string[]): Promise<ErasedCounts> {
  const counts = { ...nothingErased };
  for (const [name, sql] of statements) {
    const text = `with erased as (${sql} returning 1) select count(*)::int as n from erased`;
    const [row] = await rowsOf<{ n: number }>(em, text, [orderIds]);
    if (name) counts[name] += row!.n;
  }
  return counts;
}
