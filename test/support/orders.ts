import { v7 as uuidv7 } from 'uuid';
import type { CreateOrder, Order } from '../../sdk/src/index.js';
import type { OrderStatus } from '../../src/modules/orders/order-status.js';
import type { TestClient } from './tenants.js';
import type { TestApp } from './test-app.js';

export const library: CreateOrder = {
  address: { addressLineOne: '476 5th Ave', city: 'New York', state: 'NY', zip: '10018', country: 'US' },
  recipient: { name: 'Ada Reader', email: 'ada@example.org', phone: '(212) 555-0142' },
};

/** A draft of the client. */
export function addOrder(
  app: TestApp,
  client: TestClient,
  content: Partial<CreateOrder> = {},
): Promise<Order> {
  return app.as(client.token).orders.create({ ...library, ...content });
}

/** Puts an order straight into a state, on a route where the state needs one. */
export async function putInState(app: TestApp, id: string, status: OrderStatus): Promise<void> {
  const onRoute = status !== 'draft' && status !== 'submitted';
  const routeId = onRoute ? uuidv7() : null;
  if (routeId) {
    await app.database.query(
      `insert into routes (id, organization_id, depot_id, title, status, created_at, updated_at)
       select $1, organization_id, depot_id, 'Morning', 'planned', now(), now() from orders where id = $2`,
      [routeId, id],
    );
  }
  await app.database.query(
    `update orders set status = $2::text, route_id = $3::uuid, route_position = $4, submitted_at = case when $2::text = 'draft' then null else now() end,
       scheduled_at = case when $3::uuid is null then null else now() end, version = version + 1 where id = $1`,
    [id, status, routeId, routeId && 1],
  );
}

/** A raw answer, to be compared to the byte: status and body, but for the id of the request. */
export async function rawAnswer(
  app: TestApp,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const response = await fetch(app.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text.replace(/"requestId":"[^"]*"/, '') };
}
