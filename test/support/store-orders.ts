import { v7 as uuidv7 } from 'uuid';
import type { Waybill } from '../../sdk/src/index.js';
import type { OrderSnapshot, StoreControl } from '../../tools/shopify-stub/control-client.ts';
import { eventually } from './eventually.js';
import { call } from './http.js';
import type { ConnectedStore } from './shopify.js';
import type { TestServer, TestClient } from './tenants.js';

type OrderKind = NonNullable<Parameters<StoreControl['make']>[0]>['kind'];
type Store = Pick<ConnectedStore, 'id' | 'shop' | 'control'>;

/** An order of a store that was taken over and submitted. */
export interface StoreOrder {
  /** The order here. */
  id: string;
  /** Its name in the store. */
  name: string;
}

/** Orders made in the store and put into the database as if they had been taken over and submitted. */
export async function takenOver(
  app: TestServer,
  client: TestClient,
  store: Store,
  kind: OrderKind = 'plain',
  count = 1,
): Promise<StoreOrder[]> {
  const made = await store.control.make({ kind, count });
  return Promise.all(
    made.map(async ({ legacyId, name }) => {
      const id = uuidv7();
      const values = [id, client.organizationId, client.id, name];
      await app.database.query(
        `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one,
           latitude, longitude, products, submitted_at, created_at, updated_at)
         select $1, $2, $3, c.default_depot_id, 'submitted', 'shopify', $4, '476 5th Ave', 40.7532, -73.9822, '{}', now(), now() + interval '2 milliseconds', now()
           from clients c where c.id = $3`,
        values,
      );
      await app.database.query(
        `insert into shopify_orders (id, organization_id, client_id, store_id, shop, shopify_order_id, order_id, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, now(), now())`,
        [uuidv7(), client.organizationId, client.id, store.id, store.shop, String(legacyId), id],
      );
      return { id, name };
    }),
  );
}

/** Switches settings of the store. */
export async function setStore(
  app: { url: string },
  client: Pick<TestClient, 'token'>,
  { shop }: Pick<Store, 'shop'>,
  body: { autoFulfill?: boolean; autoImport?: boolean; notifyCustomer?: boolean },
): Promise<void> {
  const answer = await call(app, 'PATCH', '/v1/integrations/shopify', {
    token: client.token,
    body: { shop, ...body },
  });
  if (answer.status !== 200) throw new Error(answer.text);
}

/** Puts them on a route that starts; answers the route. */
export async function startWith(dispatcher: Waybill, stopIds: string[]): Promise<string> {
  const { id } = await dispatcher.routes.create({ title: 'Monday' });
  await dispatcher.routes.addStops(id, { stopIds });
  await dispatcher.routes.start(id);
  return id;
}

/** Puts them on a route and delivers them. */
export async function deliver(dispatcher: Waybill, orders: readonly StoreOrder[]): Promise<void> {
  await startWith(
    dispatcher,
    orders.map(({ id }) => id),
  );
  for (const { id } of orders) await dispatcher.stops.recordAttempt(id, { state: 'delivered_to_recipient' });
}

/** Waits until no report is under way. */
export async function reported(app: TestServer, seconds = 30): Promise<void> {
  await eventually(async () => {
    const [open] = await app.database.query(
      `select 1 from jobs where name = 'shopify.report' and state in ('waiting', 'handed', 'running')`,
    );
    return open ? undefined : true;
  }, seconds);
}

/** What the store has of an order, in short. */
export function shortly({ fulfillmentStatus, fulfillments }: OrderSnapshot) {
  return { status: fulfillmentStatus, fulfilments: fulfillments.length };
}

interface StoreNews {
  type: string;
  data: Record<string, unknown>;
}

/** What the timeline tells about the order's store, oldest first. */
export function storeNewsOf(app: TestServer, orderId: string): Promise<StoreNews[]> {
  return app.database.query(
    `select type, data from events where order_id = $1 and type like 'order.store_%' order by seq`,
    [orderId],
  );
}
