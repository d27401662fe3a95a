import { orderStatuses, type OrderStatus } from '../../src/modules/orders/order-status.js';
import { v7 as uuidv7 } from 'uuid';
import type { CreateStop, RouteWithStops, Stop, Waybill } from '../../sdk/src/index.js';
import type { TestApp } from './test-app.js';
import type { TestClient } from './tenants.js';

/** A stop in town, so many kilometres north of the library. */
export const stopAt = (kilometres: number, more: Partial<CreateStop> = {}): CreateStop => ({
  address: {
    addressLineOne: `${kilometres} North St`,
    latitude: 40.7532 + kilometres / 111.195,
    longitude: -73.9822,
  },
  recipient: { name: `Recipient ${kilometres}` },
  ...more,
});

/** An order of the client, as if it had been submitted (or not), put straight into the database. */
export async function addOrder(
  app: TestApp,
  client: TestClient,
  {
    status = 'submitted',
    externalId = null,
  }: { status?: 'draft' | 'submitted'; externalId?: string | null } = {},
): Promise<string> {
  const id = uuidv7();
  await app.database.query(
    `insert into orders (id, organization_id, client_id, depot_id, status, source, external_id, address_line_one, products, submitted_at, created_at, updated_at)
     select $1, $2, $3, c.default_depot_id, $4::text, 'manual', $5, '476 5th Ave', '{}', case when $4::text = 'draft' then null else now() end, now(), now()
       from clients c where c.id = $3`,
    [id, client.organizationId, client.id, status, externalId],
  );
  return id;
}

/** A planned route with so many own stops, a kilometre apart. */
export async function planRoute(dispatcher: Waybill, stopCount: number): Promise<RouteWithStops> {
  const stopIds: string[] = [];
  for (let index = 1; index <= stopCount; index++) {
    stopIds.push((await dispatcher.stops.create(stopAt(index))).id);
  }
  const { id } = await dispatcher.routes.create({ title: 'Monday' });
  return stopCount === 0 ? dispatcher.routes.get(id) : dispatcher.routes.addStops(id, { stopIds });
}

export const stopStates = orderStatuses;
export type StopState = OrderStatus;

const attempts = {
  delivered: 'delivered_to_recipient',
  picked_up: 'picked_up_from_customer',
  failed: 'failed_not_home',
} as const;

/** Takes a client's order to that state through the API; answers the order and the route it got on. */
export async function orderIn(
  app: TestApp,
  dispatcher: Waybill,
  client: TestClient,
  state: StopState,
): Promise<{ id: string; routeId: string }> {
  const id = await addOrder(app, client, { status: state === 'draft' ? 'draft' : 'submitted' });
  const route = await planRoute(dispatcher, 0);
  if (state === 'draft' || state === 'submitted') return { id, routeId: route.id };
  await dispatcher.routes.addStops(route.id, { stopIds: [id] });
  if (state === 'scheduled') return { id, routeId: route.id };
  await dispatcher.routes.start(route.id);
  if (state === 'out_for_delivery') return { id, routeId: route.id };
  await dispatcher.stops.recordAttempt(id, { state: attempts[state] });
  return { id, routeId: route.id };
}

/** The types of an order's events, oldest first. */
export async function timelineOf(app: TestApp, orderId: string): Promise<string[]> {
  const rows = await app.database.query<{ type: string }>(
    'select type from events where order_id = $1 order by seq',
    [orderId],
  );
  return rows.map(({ type }) => type);
}

export async function statusOf(app: TestApp, orderId: string): Promise<string | undefined> {
  const [row] = await app.database.query<{ status: string }>('select status from orders where id = $1', [
    orderId,
  ]);
  return row?.status;
}

export const ids = (stops: Pick<Stop, 'id'>[]) => stops.map(({ id }) => id);

/** What the loser of a race may be told (see {@link refusal}); anything else, a 500 above all, is a fault. */
export const fairRefusal =
  /^(done|404 not_found|400 validation_failed|429 too_many_at_once|409 (order|stop|route)_\w+)$/;

/** What a refused call answered: its status and code. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    const { status, code } = error as { status?: number; code?: string };
    if (status === undefined) throw error;
    return `${status} ${code}`;
  }
}

/** The different ways in which calls, made at once, were answered. */
export async function refusals(calls: PromiseLike<unknown>[]): Promise<string[]> {
  return [...new Set(await Promise.all(calls.map((call) => refusal(Promise.resolve(call)))))];
}
