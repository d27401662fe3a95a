import type { Session, Waybill } from '../../sdk/src/index.js';
import { eventsSettled } from '../support/event-reader.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import {
  addStoreClient,
  connectStore,
  sendWebhook,
  startStoreTeam,
  type ConnectedStore,
  type TestShopify,
} from '../support/shopify.js';
import { setStore, startWith } from '../support/store-orders.js';
import { signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

let shopify: TestShopify;
let app: TestApp;
let owner: Session;
let dispatcher: Waybill;
let client: TestClient;
let portal: Waybill;
let store: ConnectedStore;

beforeAll(async () => ({ shopify, app, owner, dispatcher } = await startStoreTeam()));
afterAll(() => shopify.close());
beforeEach(async () => ({ client, portal, store } = await addStoreClient(app, shopify, owner)));

/** What came of the webhooks of this topic, oldest first, once all are worked on. */
async function outcomes(topic: string): Promise<(string | null)[]> {
  await shopify.control.settled();
  return eventually(async () => {
    const rows = await app.database.query<{ outcome: string | null; state: string }>(
      'select outcome, state from shopify_webhook_events where shop = $1 and topic = $2 order by received_at',
      [store.shop, topic],
    );
    const isDone = rows.length > 0 && rows.every(({ state }) => state !== 'waiting');
    return isDone ? rows.map(({ outcome }) => outcome) : undefined;
  });
}

/** An order of the store that became a draft by itself. */
async function draft() {
  await setStore(app, client, store, { autoImport: true });
  const [made] = await store.control.make({ announce: true });
  const order = await eventually(async () => (await portal.orders.list({ q: made!.name })).items[0]);
  return { id: order.id, name: made!.name };
}

/** What its client was told of changes in the store. */
async function changesToldOf(reader: Waybill, id: string) {
  const { items } = await reader.orders.timeline(id);
  return items.filter(({ type }) => type === 'order.store_changed').map(({ data }) => data);
}
const sorted = (data: Record<string, unknown>) => ({ ...data, fields: (data.fields as string[]).toSorted() });

/** Sends a signed webhook with headers of one's own, as somebody who saw one go by could. */
function replay(topic: string, body: unknown, triggeredAt = new Date()) {
  const headers = { 'x-shopify-triggered-at': triggeredAt.toISOString() };
  return sendWebhook(app, { topic, shop: store.shop, body, headers });
}

const connected = async () =>
  (await call(app, 'GET', '/v1/integrations/shopify', { token: client.token })).json.connected;

describe('new orders of a store', () => {
  it('become drafts by themselves only where that is switched on, each once', async () => {
    await store.control.make({ announce: true });
    expect(await outcomes('orders/create')).toEqual(['The client takes orders over by hand.']);
    const { id, name } = await draft();
    await store.control.webhook({ topic: 'orders/create', orders: [name], copies: 3 });
    await store.control.webhook({ topic: 'orders/create', orders: [name] });
    expect((await outcomes('orders/create')).slice(1).sort()).toEqual([
      'Taking it over: already_imported.',
      'Taking it over: already_imported.',
      'Taking it over: imported.',
    ]);
    const { items } = await portal.orders.list();
    expect(items.map((order) => [order.id, order.source, order.status])).toEqual([[id, 'shopify', 'draft']]);
  });

  it('do not where the client may not upload orders', async () => {
    await setStore(app, client, store, { autoImport: true });
    await app.database.query('update clients set allow_order_upload = false where id = $1', [client.id]);
    await store.control.make({ announce: true });
    expect(await outcomes('orders/create')).toEqual(['The order cannot be taken over.']);
    expect((await portal.orders.list()).items).toEqual([]);
  });
});

describe('an order that its store changes', () => {
  it('changes as long as it is a draft', async () => {
    const { id, name } = await draft();
    await store.control.change(name, { note: 'Leave it at number 12' });
    await outcomes('orders/updated');
    expect((await portal.orders.get(id)).notes).toContain('Leave it at number 12');
    await portal.orders.submit({ ids: [id] });
    await store.control.change(name, { note: 'Leave it at number 13' });
    expect((await outcomes('orders/updated')).at(-1)).toContain('stays as it is');
    expect((await portal.orders.get(id)).notes).toContain('Leave it at number 12');
  });

  it('stays as it was handed over, of which both sides are told, until it is taken back', async () => {
    const { id, name } = await draft();
    await portal.orders.submit({ ids: [id] });
    await store.control.change(name, { note: 'Ring twice', address: { city: 'Hoboken' } });
    await store.control.webhook({ topic: 'orders/updated', orders: [name] });
    await outcomes('orders/updated');
    const told = [
      { provider: 'shopify', shop: store.shop, fields: ['address.city', 'notes'], nothingLeft: false },
    ];
    expect((await changesToldOf(portal, id)).map(sorted)).toEqual(told);
    await eventsSettled(app);
    const seen = await dispatcher.events.list({ types: ['order.store_changed'] });
    expect(seen.items.filter(({ orderId }) => orderId === id)).toHaveLength(1);

    await portal.orders.withdraw({ ids: [id] });
    const { notes, address } = await eventually(async () => {
      const order = await portal.orders.get(id);
      return order.address.city === 'Hoboken' ? order : undefined;
    });
    expect([notes, address.city]).toEqual(['Ring twice', 'Hoboken']);
    expect(await changesToldOf(portal, id)).toHaveLength(1);
  });

  it('is brought up to date when the dispatcher gives it back', async () => {
    const { id, name } = await draft();
    await portal.orders.submit({ ids: [id] });
    await store.control.change(name, { note: 'Ring twice' });
    await outcomes('orders/updated');
    await dispatcher.stops.return(id, { reason: 'Too far' });
    await eventually(async () => (await portal.orders.get(id)).notes === 'Ring twice' || undefined);
  });

  it('tells its client what it changed of a draft that people had changed too', async () => {
    const { id, name } = await draft();
    await portal.orders.update(id, { notes: 'Mine' });
    await store.control.change(name, { note: 'Theirs' });
    await outcomes('orders/updated');
    expect((await portal.orders.get(id)).notes).toBe('Mine');
    expect(await changesToldOf(portal, id)).toMatchObject([{ fields: ['notes'], nothingLeft: false }]);
  });

  it('tells once that nothing is left of it', async () => {
    const { id, name } = await draft();
    await store.control.fulfill(name);
    await store.control.webhook({ topic: 'orders/updated', orders: [name], copies: 2 });
    await outcomes('orders/updated');
    expect(await changesToldOf(portal, id)).toMatchObject([{ fields: [], nothingLeft: true }]);
    expect((await portal.orders.get(id)).status).toBe('draft');
  });

  it('is left alone where it was not taken over', async () => {
    const [made] = await store.control.make({ announce: false });
    await store.control.change(made!.name, { note: 'Hello' });
    expect(await outcomes('orders/updated')).toEqual(['The order was not taken over.']);
  });

  it('becomes what the store says now, when an old webhook comes late', async () => {
    const { id, name } = await draft();
    await store.control.change(name, { note: 'The newest' });
    await store.control.webhook({ topic: 'orders/updated', orders: [name], as: 'stale' });
    await outcomes('orders/updated');
    expect((await portal.orders.get(id)).notes).toContain('The newest');
  });
});

describe('an order that its store cancels', () => {
  it.each([
    ['draft', 'draft', 'Its cancellation: marked.'],
    ['submitted', 'draft', 'Its cancellation: withdrawn.'],
    ['out_for_delivery', 'out_for_delivery', 'Its cancellation: marked.'],
  ] as const)('while it is %s, is then %s', async (before, after, outcome) => {
    const { id, name } = await draft();
    if (before !== 'draft') await portal.orders.submit({ ids: [id] });
    if (before === 'out_for_delivery') await startWith(dispatcher, [id]);
    await store.control.cancel(name, 'INVENTORY');
    const found = [...(await outcomes('orders/cancelled')), ...(await outcomes('orders/updated'))];
    // The store tells it under both topics, in any order: the first counts.
    expect(found.sort()).toEqual([outcome, 'Its cancellation: unchanged.'].sort());
    const order = await portal.orders.get(id);
    expect([order.status, order.storeCancelledAt !== null]).toEqual([after, true]);
    const { items } = await portal.orders.timeline(id);
    const told = items.filter(({ type }) => type === 'order.store_cancelled').map(({ data }) => data);
    expect(told).toEqual([{ provider: 'shopify', shop: store.shop, reason: 'The items were not in stock.' }]);
  });

  it('stays where the store says that it is not cancelled', async () => {
    const { id, name } = await draft();
    const { legacyId } = await store.control.order(name);
    const body = {
      admin_graphql_api_id: `gid://shopify/Order/${legacyId}`,
      cancelled_at: '2026-01-01T00:00:00Z',
    };
    await replay('orders/cancelled', body);
    expect(await outcomes('orders/cancelled')).toEqual(['The store says that it is not cancelled.']);
    expect((await portal.orders.get(id)).storeCancelledAt).toBeNull();
  });
});

describe('news of a store on which the work was given up', () => {
  it('are failed work of its organization, and of no other', async () => {
    await store.control.make({ announce: true });
    await outcomes('orders/create');
    const dead = await app.database.query<{ id: string }>(
      `update jobs set state = 'dead', finished_at = now()
        where payload->>'webhookEventId' in (select id::text from shopify_webhook_events where shop = $1)
       returning id`,
      [store.shop],
    );
    expect(dead).toHaveLength(1);
    const seen = async ({ accessToken: token }: Session) =>
      (await call(app, 'GET', '/v1/jobs?state=dead', { token })).json.items;
    expect(await seen(owner)).toMatchObject([{ id: dead[0]!.id, kind: 'shopify', retryable: true }]);
    expect(await seen(await signUp(app))).toEqual([]);
    const again = await call(app, 'POST', `/v1/jobs/${dead[0]!.id}/retry`, { token: owner.accessToken });
    expect(again.status).toBe(204);
    expect(await seen(owner)).toEqual([]);
  });
});

describe('a store that removes the app', () => {
  const shopBody = () => ({ id: 1, myshopify_domain: store.shop });

  it('is disconnected, its tokens are gone, and its client is told', async () => {
    await store.control.uninstall();
    expect(await outcomes('app/uninstalled')).toEqual(['The store was disconnected.']);
    expect(await connected()).toBe(false);
    const rows = await app.database.query(
      'select sealed_tokens from shopify_stores where shop = $1 and disconnected_at is not null',
      [store.shop],
    );
    expect(rows).toEqual([{ sealed_tokens: null }]);
    await eventsSettled(app);
    const { items } = await portal.events.list();
    const told = items.filter(({ type }) => type === 'integration.disconnected').map(({ data }) => data);
    expect(told).toEqual([
      {
        provider: 'shopify',
        shop: store.shop,
        reason: expect.stringContaining('the app was removed') as string,
      },
    ]);
  });

  it('while its orders are being taken over, leaves no job that fails', async () => {
    await setStore(app, client, store, { autoImport: true });
    await store.control.make({ count: 30, announce: true });
    await store.control.uninstall();
    await outcomes('app/uninstalled');
    await outcomes('orders/create');
    expect(await connected()).toBe(false);
    const failed = await app.database.query(
      `select name, last_error from jobs where name = 'shopify.receive' and state = 'dead'`,
    );
    expect(failed).toEqual([]);
  });

  it('and is connected again, stays connected when the old webhook comes late', async () => {
    const removedAt = new Date();
    await connectStore(app, shopify, client, { shop: store.shop });
    await replay('app/uninstalled', shopBody(), removedAt);
    expect(await outcomes('app/uninstalled')).toEqual(['It was about an earlier connection of the store.']);
    expect(await connected()).toBe(true);
  });

  it('is not believed while it still lets us in', async () => {
    await replay('app/uninstalled', shopBody());
    const again = await eventually(async () => {
      const [job] = await app.database.query<{ seconds: number; owner: string; team: string }>(
        `select extract(epoch from j.run_at - now())::int as seconds, j.organization_id as owner, j.team
           from jobs j join shopify_webhook_events e on e.id::text = j.payload->>'webhookEventId'
          where e.shop = $1 and e.topic = 'app/uninstalled' and j.state = 'waiting' and j.run_at > now()`,
        [store.shop],
      );
      return job;
    });
    expect(again.seconds).toBeGreaterThan(20);
    expect([again.owner, again.team]).toEqual([client.organizationId, client.id]);
    await app.database.query(
      `update shopify_webhook_events set received_at = received_at - interval '3 minutes' where shop = $1`,
      [store.shop],
    );
    await app.database.query(
      `update shopify_stores set connected_at = connected_at - interval '1 hour' where shop = $1`,
      [store.shop],
    );
    await app.database.query(
      `update jobs set run_at = now() where name = 'shopify.receive' and state = 'waiting'`,
    );
    expect(await outcomes('app/uninstalled')).toEqual(['The store still lets us in: the app is there.']);
    expect(await connected()).toBe(true);
  });

  it('cannot be named by another store', async () => {
    const { json } = await replay('app/uninstalled', { id: 1, myshopify_domain: 'other-shop.myshopify.com' });
    expect(json).toEqual({ receipt: 'ignored' });
    expect(await connected()).toBe(true);
  });
});

describe('what a store tells while nobody listens', () => {
  it('is caught up with when it is connected again', async () => {
    await store.control.make({ announce: false });
    const [changed, cancelled] = [await draft(), await draft()];
    await portal.orders.submit({ ids: [cancelled.id] });
    await store.control.uninstall();
    await outcomes('app/uninstalled');
    await store.control.change(changed.name, { note: 'Ring twice' });
    await store.control.cancel(cancelled.name);
    const [made] = await store.control.make({});
    await connectStore(app, shopify, client, { shop: store.shop });
    await eventually(async () => (await portal.orders.list({ q: made!.name })).items[0]);
    expect((await portal.orders.get(changed.id)).notes).toBe('Ring twice');
    const { status, storeCancelledAt } = await portal.orders.get(cancelled.id);
    expect([status, storeCancelledAt !== null]).toEqual(['draft', true]);
    expect((await portal.orders.list()).items).toHaveLength(3);
  });
});
