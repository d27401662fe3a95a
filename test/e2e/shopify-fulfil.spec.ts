import type { Session, Waybill } from '../../sdk/src/index.js';
import { eventsSettled } from '../support/event-reader.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import {
  addStoreClient,
  connectStore,
  startStoreTeam,
  type ConnectedStore,
  type TestShopify,
} from '../support/shopify.js';
import {
  deliver,
  reported,
  setStore,
  shortly,
  startWith,
  storeNewsOf,
  takenOver,
  type StoreOrder,
} from '../support/store-orders.js';
import { addClient, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

const fulfillments = '/v1/integrations/shopify/fulfillments';

describe('the way back to the store', () => {
  let shopify: TestShopify;
  let app: TestApp;
  let owner: Session;
  let dispatcher: Waybill;
  let client: TestClient;
  let store: ConnectedStore;

  beforeAll(async () => ({ shopify, app, owner, dispatcher } = await startStoreTeam()));
  afterAll(() => shopify.close());
  beforeEach(async () => {
    ({ client, store } = await addStoreClient(app, shopify, owner));
    await setStore(app, client, store, { autoFulfill: true });
  });

  const orderOf = async (kind?: Parameters<typeof takenOver>[3]): Promise<StoreOrder> =>
    (await takenOver(app, client, store, kind))[0]!;
  const listed = async (query = '') => {
    const { json } = await call(app, 'GET', fulfillments + query, { token: client.token });
    return json.items as Record<string, unknown>[];
  };
  const retry = ({ id }: StoreOrder, token = client.token) =>
    call(app, 'POST', `${fulfillments}/${id}/retry`, { token });
  const ledgerOf = ({ id }: StoreOrder) =>
    app.database.query(
      'select state, location, fulfillment_id, notified from shopify_fulfillments where order_id = $1 order by location',
      [id],
    );
  const eventsOf = ({ id }: StoreOrder) =>
    app.database.query<{ status: string; state: string }>(
      'select status, state from shopify_fulfillment_events where order_id = $1 order by happened_at, created_at',
      [id],
    );
  const failedJobs = async () =>
    (await dispatcher.jobs.list()).items.filter(({ kind }) => kind === 'fulfilment');

  it('marks a delivered order as fulfilled, with tracking and nobody told', async () => {
    const order = await orderOf();
    await deliver(dispatcher, [order]);
    await reported(app);

    const { fulfillments: made } = await store.control.order(order.name);
    const { trackingCode, trackingUrl } = await app.as(client.token).orders.get(order.id);
    expect(made).toEqual([
      expect.objectContaining({
        notifyCustomer: false,
        trackingInfo: [{ company: 'Swift Wheels', number: trackingCode, url: trackingUrl }],
        events: [expect.objectContaining({ status: 'DELIVERED' })],
      }),
    ]);
    expect(await storeNewsOf(app, order.id)).toEqual([
      { type: 'order.store_fulfilled', data: { provider: 'shopify', shop: store.shop, notified: false } },
    ]);
    expect(await listed()).toEqual([
      expect.objectContaining({
        orderId: order.id,
        externalId: order.name,
        shop: store.shop,
        state: 'fulfilled',
        failure: null,
        reason: null,
        notified: false,
      }),
    ]);
    const handle = store.shop.replace('.myshopify.com', '');
    const written = [handle, store.shop.toUpperCase(), `https://admin.shopify.com/store/${handle}`];
    for (const shop of written) expect(await listed(`?shop=${encodeURIComponent(shop)}`)).toHaveLength(1);
    expect(await listed('?shop=another-shop')).toEqual([]);
    expect(await eventsOf(order)).toEqual([
      { status: 'OUT_FOR_DELIVERY', state: 'skipped' },
      { status: 'DELIVERED', state: 'made' },
    ]);
  });

  it('lets the store tell its customer where that is switched on', async () => {
    await setStore(app, client, store, { notifyCustomer: true });
    const order = await orderOf();
    await deliver(dispatcher, [order]);
    await reported(app);
    expect(await store.control.log('notification')).toEqual([expect.objectContaining({ order: order.name })]);
    expect(await storeNewsOf(app, order.id)).toMatchObject([{ data: { notified: true } }]);
    expect(await listed()).toMatchObject([{ notified: true }]);
  });

  it('does nothing while it is switched off, and marks it later when asked', async () => {
    await setStore(app, client, store, { autoFulfill: false });
    const order = await orderOf();
    await deliver(dispatcher, [order]);
    await reported(app);
    expect(shortly(await store.control.order(order.name)).fulfilments).toBe(0);
    expect(await listed()).toEqual([]);
    expect(await storeNewsOf(app, order.id)).toEqual([]);

    const { status, json } = await retry(order);
    expect({ status, state: json.state }).toEqual({ status: 202, state: 'pending' });
    await reported(app);
    expect(shortly(await store.control.order(order.name))).toEqual({ status: 'FULFILLED', fulfilments: 1 });
    expect(await listed('?state=fulfilled')).toHaveLength(1);
  });

  it('makes one fulfilment for each location, and one event on the timeline', async () => {
    const order = await orderOf('twoLocations');
    await deliver(dispatcher, [order]);
    await reported(app);
    const { fulfillments: made } = await store.control.order(order.name);
    expect(new Set(made.map(({ location }) => location)).size).toBe(2);
    expect(made).toHaveLength(2);
    expect(await ledgerOf(order)).toMatchObject([{ state: 'made' }, { state: 'made' }]);
    expect(await storeNewsOf(app, order.id)).toHaveLength(1);
  });

  it('marks the rest of an order of which a part was sent before', async () => {
    const order = await orderOf('partial');
    await deliver(dispatcher, [order]);
    await reported(app);
    const { fulfillments: made, ...rest } = await store.control.order(order.name);
    expect(rest.fulfillmentStatus).toBe('FULFILLED');
    expect(made).toHaveLength(2);
    // What somebody sent before the order came to us hears nothing of our delivery.
    expect(made.map(({ events }) => events.length)).toEqual([0, 1]);
  });

  it('marks what it may of an order that is held in part, and says why the rest is not', async () => {
    const order = await orderOf('partlyHeld');
    await deliver(dispatcher, [order]);
    await reported(app);
    expect(shortly(await store.control.order(order.name)).fulfilments).toBe(1);
    const [failed] = await listed('?state=partly_fulfilled');
    expect(failed).toMatchObject({ orderId: order.id, failure: 'store_refused' });
    expect(failed?.reason).toMatch(/^The store holds it back \(.+\): out of stock\.$/);
    expect(await storeNewsOf(app, order.id)).toMatchObject([
      { type: 'order.store_fulfilled' },
      { type: 'order.store_fulfillment_failed', data: { reason: failed?.reason } },
    ]);
    const job = (await failedJobs()).find(({ failure }) => failure === 'store_refused')!;
    expect(job).toMatchObject({ kind: 'fulfilment', retryable: true });

    await store.control.release(order.name);
    await dispatcher.jobs.retry(job.id);
    await reported(app);
    expect(shortly(await store.control.order(order.name))).toEqual({ status: 'FULFILLED', fulfilments: 2 });
    expect(await listed()).toMatchObject([{ state: 'fulfilled', reason: null, failure: null }]);
    expect((await failedJobs()).map(({ id }) => id)).not.toContain(job.id);
  });

  it('says why a held order is not marked, and what failed is settled once a client’s retry does it', async () => {
    const order = await orderOf('held');
    await deliver(dispatcher, [order]);
    await reported(app);
    const [failed] = await listed('?state=failed');
    expect(failed?.reason).toMatch(/incorrect address \(The flat’s number is missing\)/);
    expect(await failedJobs()).not.toEqual([]);
    // Both sides see it.
    await eventsSettled(app);
    const seen = await dispatcher.events.list({
      orderId: order.id,
      types: ['order.store_fulfillment_failed'],
    });
    expect(seen.items).toHaveLength(1);

    await store.control.release(order.name);
    await retry(order);
    await reported(app);
    expect(shortly(await store.control.order(order.name))).toEqual({ status: 'FULFILLED', fulfilments: 1 });
    const [open] = await app.database.query(
      `select 1 from jobs where state = 'dead' and payload->>'orderId' = $1`,
      [order.id],
    );
    expect(open).toBeUndefined();
  });

  it('leaves alone what somebody marked in the store meanwhile', async () => {
    const order = await orderOf();
    await store.control.fulfill(order.name);
    await deliver(dispatcher, [order]);
    await reported(app);
    expect(shortly(await store.control.order(order.name)).fulfilments).toBe(1);
    expect(await listed()).toMatchObject([{ state: 'already_fulfilled', fulfilledAt: null }]);
    expect(await ledgerOf(order)).toMatchObject([{ state: 'already' }]);
    expect(await storeNewsOf(app, order.id)).toEqual([]);
  });

  it('tells a fulfilment that somebody made by hand how the delivery goes', async () => {
    const order = await orderOf();
    await store.control.fulfill(order.name);
    await startWith(dispatcher, [order.id]);
    await reported(app);
    const { eta, route } = await app.as(client.token).orders.get(order.id);
    const told = async () => (await store.control.order(order.name)).fulfillments[0]!.events;
    expect(await told()).toMatchObject([
      { status: 'OUT_FOR_DELIVERY', estimatedDeliveryAt: eta?.estimatedAt },
    ]);

    await dispatcher.routes.delay(route!.id, { minutes: 90 });
    await reported(app);
    const later = (await app.as(client.token).orders.get(order.id)).eta?.estimatedAt;
    expect((await told()).at(-1)).toMatchObject({ status: 'DELAYED', estimatedDeliveryAt: later });

    await dispatcher.stops.recordAttempt(order.id, { state: 'failed_not_home' });
    await reported(app);
    await dispatcher.stops.recordAttempt(order.id, { state: 'delivered_to_mailbox' });
    await reported(app);
    await dispatcher.stops.recordAttempt(order.id, { state: 'delivered_to_safe_place' });
    await reported(app);
    expect((await told()).map(({ status }) => status)).toEqual([
      'OUT_FOR_DELIVERY',
      'DELAYED',
      'ATTEMPTED_DELIVERY',
      'DELIVERED',
    ]);
  });

  it('tells that a delivery was corrected after the store was told, and undoes nothing', async () => {
    const order = await orderOf();
    await deliver(dispatcher, [order]);
    await reported(app);
    await dispatcher.stops.recordAttempt(order.id, { state: 'failed_not_home' });
    await reported(app);
    expect(shortly(await store.control.order(order.name))).toEqual({ status: 'FULFILLED', fulfilments: 1 });
    const [done, corrected, ...more] = await storeNewsOf(app, order.id);
    expect([done?.type, corrected?.type, more]).toEqual([
      'order.store_fulfilled',
      'order.store_fulfillment_failed',
      [],
    ]);
    expect(corrected?.data.reason).toMatch(/Cancel the fulfilment in Shopify/);
    const now = (await listed()).find(({ orderId }) => orderId === order.id);
    expect(now).toMatchObject({ state: 'failed', failure: 'delivery_corrected' });
    const { fulfillments: made } = await store.control.order(order.name);
    expect(made[0]!.events.map(({ status }) => status)).toEqual(['DELIVERED', 'ATTEMPTED_DELIVERY']);
    expect(await retry(order)).toMatchObject({ status: 409, json: { code: 'order_not_fulfillable' } });
  });

  it('does nothing for what was collected or failed', async () => {
    const orders = await takenOver(app, client, store, 'plain', 2);
    await startWith(
      dispatcher,
      orders.map(({ id }) => id),
    );
    await dispatcher.stops.recordAttempt(orders[0]!.id, { state: 'picked_up_from_customer' });
    await dispatcher.stops.recordAttempt(orders[1]!.id, { state: 'failed_not_home' });
    await reported(app);
    expect(await store.control.log('fulfillment')).toEqual([]);
    expect(await listed()).toEqual([]);
  });

  it('gives the store’s own words where it refuses, and does the others', async () => {
    const orders = await takenOver(app, client, store, 'plain', 2);
    await store.control.fault({
      on: 'graphql',
      operation: 'fulfillmentCreate',
      do: 'userErrors',
      messages: ['No.'],
    });
    await deliver(dispatcher, orders);
    await reported(app);
    const states = await listed();
    expect(states.map(({ state }) => state).toSorted()).toEqual(['failed', 'fulfilled']);
    expect(states.find(({ state }) => state === 'failed')).toMatchObject({ reason: 'The store says: No.' });
    expect(await store.control.log('fulfillment')).toHaveLength(1);
  });

  it('says so where the store has not granted its fulfilment orders', async () => {
    const other = await addClient(app, owner);
    const shop = `narrow-${other.clientCode.toLowerCase()}.myshopify.com`;
    await shopify.control.store(shop).set({ grantedScopes: ['read_orders', 'write_fulfillments'] });
    const narrow = await connectStore(app, shopify, other, { shop });
    await setStore(app, other, narrow, { autoFulfill: true });
    const [order] = await takenOver(app, other, narrow);
    await deliver(dispatcher, [order!]);
    await reported(app);
    const { json } = await call(app, 'GET', `${fulfillments}?state=failed`, { token: other.token });
    expect(json.items).toMatchObject([{ failure: 'store_not_permitted' }]);
  });

  it('finds a fulfilment whose answer was lost, and makes it no second time', async () => {
    const order = await orderOf();
    await store.control.fault({ on: 'graphql', operation: 'fulfillmentCreate', do: 'cutAfter' });
    await deliver(dispatcher, [order]);
    await eventually(
      async () => (await ledgerOf(order)).some(({ state }) => state === 'intended') || undefined,
    );
    expect(await listed('?state=pending')).toHaveLength(1);
    await reported(app);
    expect(await store.control.log('fulfillment')).toHaveLength(1);
    const [made, ...others] = await ledgerOf(order);
    expect([made?.state, others]).toEqual(['made', []]);
    expect(made?.fulfillment_id).toMatch(/^gid:/);
    expect(await storeNewsOf(app, order.id)).toMatchObject([{ type: 'order.store_fulfilled' }]);
  });

  it('tells an event whose answer was lost no second time', async () => {
    const order = await orderOf();
    await store.control.fault({ on: 'graphql', operation: 'fulfillmentEventCreate', do: 'cutAfter' });
    await deliver(dispatcher, [order]);
    await reported(app);
    expect(await store.control.log('fulfillmentEvent')).toHaveLength(1);
    expect(await eventsOf(order)).toContainEqual({ status: 'DELIVERED', state: 'made' });
  });

  it('says that the store lets nobody in where the app was removed', async () => {
    await store.control.set({ webhooksMuted: true });
    const order = await orderOf();
    await store.control.uninstall();
    await deliver(dispatcher, [order]);
    await reported(app);
    expect(await listed()).toMatchObject([{ state: 'failed', failure: 'store_access_lost' }]);
    expect(await storeNewsOf(app, order.id)).toMatchObject([{ type: 'order.store_fulfillment_failed' }]);
  });

  it('makes a thing twice for nobody who asks at once', async () => {
    const order = await orderOf('twoLocations');
    await deliver(dispatcher, [order]);
    await Promise.all(Array.from({ length: 5 }, () => retry(order)));
    await reported(app);
    expect(await store.control.log('fulfillment')).toHaveLength(2);
    expect(await storeNewsOf(app, order.id)).toHaveLength(1);
  });

  it('refuses what it cannot mark', async () => {
    const order = await orderOf();
    expect(await retry(order)).toMatchObject({ status: 409, json: { code: 'order_not_fulfillable' } });
    const own = await app.as(client.token).orders.create({ address: { addressLineOne: '1 Main St' } });
    expect(await retry({ id: own.id, name: '' })).toMatchObject({
      status: 409,
      json: { code: 'order_not_fulfillable' },
    });
    const stranger = await addClient(app, owner);
    expect(await retry(order, stranger.token)).toMatchObject({ status: 404 });
  });
});
