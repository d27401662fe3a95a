import type { Session, Waybill } from '../../sdk/src/index.js';
import { eventually } from '../support/eventually.js';
import { connectStore, startShopify, type ConnectedStore, type TestShopify } from '../support/shopify.js';
import type { LogEntry } from '../support/shopify-stub.js';
import { reported } from '../support/store-orders.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

/** From the store to the door and back, by public calls alone, with the stub’s log as evidence. */
describe('orders of a store', () => {
  let shopify: TestShopify;
  let app: TestApp;
  let owner: Session;
  let client: TestClient;
  let dispatcher: Waybill;
  let portal: Waybill;
  let store: ConnectedStore;
  /** The order here of each of the store’s orders. */
  const taken = new Map<string, string>();
  /** The one that leaves from two places. */
  let twoPlaces: string;

  beforeAll(async () => {
    shopify = await startShopify();
    app = await shopify.startApp();
    owner = await signUp(app);
    client = await addClient(app, owner);
    dispatcher = app.as(owner.accessToken);
    portal = app.as(client.token);
  });
  afterAll(async () => {
    await app.close();
    await shopify.close();
  });

  const make = async (wanted: Parameters<ConnectedStore['control']['make']>[0]) =>
    (await store.control.make(wanted))[0]!;
  const logged = async (kind: LogEntry['kind']) => store.control.log(kind);

  it('are listed once it is connected', async () => {
    store = await connectStore(app, shopify, client);
    await portal.integrations.updateShopify({ autoFulfill: true, notifyCustomer: true });
    await store.control.make({ count: 8 });
    const { items } = await portal.integrations.listShopifyOrders();
    expect(items.map(({ name, status, importedAs }) => [name, status, importedAs])).toEqual(
      [8, 7, 6, 5, 4, 3, 2, 1].map((n) => [`#100${n}`, 'unfulfilled', null]),
    );
    expect((await logged('authorize')).map(({ answer }) => answer)).toEqual(['installed']);
    expect((await logged('token')).map(({ grantType }) => grantType)).toEqual(['authorization_code']);
  });

  it('are imported as they are selected', async () => {
    const { items } = await portal.integrations.listShopifyOrders();
    const orderIds = items.filter(({ name }) => ['#1001', '#1002'].includes(name)).map(({ id }) => id);
    const { succeededCount, results } = await portal.integrations.importShopifyOrders({ orderIds });
    expect([succeededCount, results.map(({ outcome }) => outcome)]).toEqual([2, ['imported', 'imported']]);
    for (const { name, orderId } of results) taken.set(name!, orderId!);
    const listed = (await portal.integrations.listShopifyOrders({ imported: true })).items;
    expect(new Map(listed.map(({ name, importedAs }) => [name, importedAs]))).toEqual(taken);
  });

  it('are imported as they are pasted: fifteen ids of every kind', async () => {
    const byName = new Map((await store.control.orders()).map((order) => [order.name, order]));
    const id = (name: string) => byName.get(name)!.legacyId;
    const twoLocations = await make({ kind: 'twoLocations' });
    twoPlaces = twoLocations.name;
    const partial = await make({ kind: 'partial' });
    const [pickup, digital] = [await make({ kind: 'pickup' }), await make({ kind: 'digital' })];
    const [fulfilled, cancelled] = [await make({ kind: 'fulfilled' }), await make({ kind: 'cancelled' })];
    const handle = store.shop.replace('.myshopify.com', '');
    const pasted: [string, string][] = [
      ['#1003', 'imported'],
      ['1004', 'imported'],
      [String(id('#1005')), 'imported'],
      [byName.get('#1006')!.id, 'imported'],
      [`https://admin.shopify.com/store/${handle}/orders/${id('#1007')}`, 'imported'],
      [`https://${store.shop}/admin/orders/${id('#1008')}`, 'imported'],
      ['#1001', 'already_imported'],
      [twoLocations.name, 'imported'],
      [String(partial.legacyId), 'imported'],
      [pickup.name, 'not_shippable'],
      [digital.id, 'not_shippable'],
      [fulfilled.name, 'not_shippable'],
      [String(cancelled.legacyId), 'not_shippable'],
      ['#9999', 'not_found'],
      ['gid://shopify/Product/1', 'not_understood'],
    ];
    const separators = [', ', '; ', '\n', '\t', ' | '];
    const text = pasted.map(([input], index) => input + separators[index % separators.length]!).join('');
    const answer = await portal.integrations.importShopifyOrders({ text });
    expect(answer.results.map(({ input, outcome }) => [input, outcome])).toEqual(pasted);
    expect([answer.succeededCount, answer.skippedCount, answer.failedCount]).toEqual([8, 1, 6]);
    for (const { outcome, detail } of answer.results)
      if (outcome.startsWith('not_')) expect(detail).toMatch(/^[A-Z].+\.$/);
    for (const { name, orderId, outcome } of answer.results)
      if (outcome === 'imported') taken.set(name!, orderId!);
    expect(taken.size).toBe(10);
  });

  it('are drafts, of which those whose recipient is kept back are completed by hand', async () => {
    const kept = await make({});
    await store.control.set({ customerData: 'silent' });
    const { results } = await portal.integrations.importShopifyOrders({ text: kept.name });
    await store.control.set({ customerData: 'full' });
    const orderId = results[0]!.orderId!;
    expect(results[0]!.outcome).toBe('redacted');
    expect((await portal.orders.get(orderId)).recipient.name).toBeNull();
    await portal.orders.update(orderId, {
      address: { addressLineOne: '476 5th Ave' },
      recipient: { name: 'Ada Reader' },
    });
    taken.set(kept.name, orderId);
    const drafts = (await portal.orders.list({ source: 'shopify', status: ['draft'] })).items;
    expect(new Set(drafts.map(({ id }) => id))).toEqual(new Set(taken.values()));
  });

  it('are submitted, but for one that the store cancels, which leaves the dispatchers again', async () => {
    const ids = [...taken.values()];
    expect((await portal.orders.submit({ all: true })).succeededCount).toBe(ids.length);
    await store.control.cancel('#1002');
    const cancelled = taken.get('#1002')!;
    await eventually(async () => (await portal.orders.get(cancelled)).storeCancelledAt ?? undefined);
    expect((await portal.orders.submit({ ids: [cancelled] })).failed[0]!.code).toBe('store_cancelled');
    const stops = (await dispatcher.stops.list({ assigned: false })).items;
    expect(stops.map(({ id }) => id)).not.toContain(cancelled);
    taken.delete('#1002');
    expect(stops).toHaveLength(taken.size);
  });

  it('are delivered, fulfilled in the store, and their customers notified, each once', async () => {
    const stopIds = [...taken.values()];
    const route = await dispatcher.routes.create({ title: 'Midtown' });
    await dispatcher.routes.addStops(route.id, { stopIds });
    await dispatcher.routes.start(route.id);
    for (const id of stopIds) await dispatcher.stops.recordAttempt(id, { state: 'delivered_to_recipient' });
    await eventually(async () => {
      const told = await app.database.query(
        `select from events where type = 'order.store_fulfilled' and order_id = any($1)`,
        [stopIds],
      );
      return told.length === stopIds.length || undefined;
    }, 60);
    await reported(app, 60);

    const orders = (await store.control.orders()).filter(({ name }) => taken.has(name));
    expect(orders.map(({ name, fulfillmentStatus }) => [name, fulfillmentStatus])).toEqual(
      orders.map(({ name }) => [name, 'FULFILLED']),
    );
    for (const { name, fulfillments } of orders) {
      const { trackingCode, trackingUrl, status } = await portal.orders.get(taken.get(name)!);
      const ours = fulfillments.filter(({ trackingInfo }) => trackingInfo[0]?.number === trackingCode);
      expect([name, status, ours.length]).toEqual([name, 'delivered', name === twoPlaces ? 2 : 1]);
      for (const one of ours) {
        expect(one.notifyCustomer).toBe(true);
        expect(one.trackingInfo).toEqual([
          { company: 'Swift Wheels', number: trackingCode, url: trackingUrl },
        ]);
        expect(one.events.map((event) => event.status)).toContain('DELIVERED');
      }
    }

    // The stub's own log: one fulfilment for each place, its customer told of each, and of nothing else.
    const expected = [...taken.keys(), twoPlaces].sort();
    const about = (entries: LogEntry[]) => entries.map(({ order }) => String(order)).sort();
    expect(about(await logged('fulfillment'))).toEqual(expected);
    const told = await logged('notification');
    expect(about(told)).toEqual(expected);
    expect(told.filter(({ to }) => typeof to === 'string')).toHaveLength(told.length);
    process.stdout.write(transcriptOf(await store.control.log()));
    const { items } = await portal.orders.timeline(taken.get('#1001')!);
    expect(items.map(({ type }) => type)).toEqual([
      'order.store_fulfilled',
      'order.delivered',
      'order.out_for_delivery',
      'order.scheduled',
      'order.submitted',
      'order.created',
    ]);
  });
});

/** The stub’s log in short: what was asked how often, and each line about a delivery. */
function transcriptOf(log: readonly LogEntry[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of log) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const lines = log.flatMap(({ seq, kind, ...entry }) => {
    const about = { fulfillment: entry.location, fulfillmentEvent: entry.status, notification: entry.to };
    return kind in about ? [seq, kind, entry.order, about[kind as keyof typeof about]].join(' ') : [];
  });
  const summary = [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
  return `The store’s log: ${summary}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
