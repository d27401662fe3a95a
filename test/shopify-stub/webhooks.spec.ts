import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Shopify } from '@shopify/shopify-api';
import { eventually } from '../support/eventually.js';
import { type ShopifyStub, type StoreControl, startShopifyStub } from '../support/shopify-stub.js';
import { type Ask, askWith, newStore } from './asking.js';
import { shopifyLibrary } from './library.js';

interface Received {
  topic: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  /** What Shopify's library says of it. */
  isValid: boolean;
}

const subscribe = `mutation Subscribe($topic: WebhookSubscriptionTopic!, $uri: String) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) {
    webhookSubscription { id topic uri callbackUrl format endpoint { ... on WebhookHttpEndpoint { callbackUrl } } apiVersion { handle } }
    userErrors { field message }
  }
}`;

interface Subscribed {
  webhookSubscriptionCreate: {
    webhookSubscription: { id: string } | null;
    userErrors: { message: string }[];
  };
}

let stub: ShopifyStub;
let library: Shopify;
let server: Server;
let hook: string;
let received: Received[] = [];
let status = 200;
let store: StoreControl;
let ask: Ask;

beforeAll(async () => {
  stub = await startShopifyStub({ webhookRetriesMs: [20, 20, 20] });
  library = shopifyLibrary(stub.url);
  server = createServer(
    (request, response) => void receive(request).then(() => response.writeHead(status).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
});

async function receive(rawRequest: IncomingMessage): Promise<void> {
  let rawBody = '';
  for await (const chunk of rawRequest) rawBody += String(chunk);
  const { valid } = await library.webhooks.validate({ rawBody, rawRequest });
  const { headers } = rawRequest;
  const body = JSON.parse(rawBody) as Record<string, unknown>;
  received.push({ topic: String(headers['x-shopify-topic']), headers, body, isValid: valid });
}

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stub.close();
});

beforeEach(async () => {
  received = [];
  status = 200;
  ({ store, ask } = await newStore(stub));
});

const subscribeTo = async (...topics: string[]) => {
  for (const topic of topics) {
    const { data } = await ask<Subscribed>(subscribe, { topic, uri: hook });
    expect(data.webhookSubscriptionCreate.userErrors).toEqual([]);
  }
};

const topics = () => received.map(({ topic }) => topic).sort();

describe('webhooks', () => {
  it('tell of orders made, changed, fulfilled and cancelled, signed so that Shopify’s library agrees', async () => {
    await subscribeTo('ORDERS_CREATE', 'ORDERS_UPDATED', 'ORDERS_CANCELLED');
    const [made] = await store.make({ kind: 'dated', phone: '+12125550142' });
    await store.change(made!.id, { note: 'Leave it at the door', address: { address1: '1 Wall St' } });
    await store.fulfill(made!.id);
    await store.cancel(made!.id, 'INVENTORY');
    await stub.settled();
    const updated = ['orders/updated', 'orders/updated', 'orders/updated'];
    expect(topics()).toEqual(['orders/cancelled', 'orders/create', ...updated]);
    expect(received.every(({ isValid }) => isValid)).toBe(true);
    const created = received.find(({ topic }) => topic === 'orders/create')!;
    expect(created.headers).toMatchObject({
      'x-shopify-shop-domain': store.shop,
      'x-shopify-api-version': '2026-10',
      'content-type': 'application/json',
    });
    for (const name of ['x-shopify-webhook-id', 'x-shopify-event-id', 'x-shopify-triggered-at'])
      expect(created.headers[name]).toMatch(/^[0-9a-fT:.Z-]{20,}$/);
    expect(created.body).toMatchObject({
      id: made!.legacyId,
      admin_graphql_api_id: made!.id,
      name: '#1001',
      note: 'Please ring twice',
      phone: '+12125550142',
      fulfillment_status: null,
      cancelled_at: null,
    });
    const cancelled = received.find(({ topic }) => topic === 'orders/cancelled')!;
    expect(cancelled.body).toMatchObject({ cancel_reason: 'inventory', fulfillment_status: 'fulfilled' });
    const log = await store.log('webhook');
    expect(log.map((entry) => entry.status)).toEqual([200, 200, 200, 200, 200]);
  });

  it('tell of a fulfilment that an app made, and of one order among many only when asked to', async () => {
    await subscribeTo('ORDERS_CREATE', 'ORDERS_UPDATED');
    await store.make({ count: 101 });
    const [made] = await store.make({ announce: false });
    const [owner] = (await store.order(made!.id)).fulfillmentOrders;
    await ask(
      `mutation($id: ID!) { fulfillmentCreate(fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: $id }] }) { userErrors { message } } }`,
      { id: owner!.id },
    );
    await stub.settled();
    expect(topics()).toEqual(['orders/updated']);
    await store.make({ count: 101, announce: true });
    await stub.settled();
    expect(topics()).toHaveLength(102);
  });

  it('hide customers’ data from an app that may not see it', async () => {
    await store.set({ customerData: 'redacted' });
    await subscribeTo('ORDERS_CREATE');
    await store.make();
    await stub.settled();
    expect(received[0]!.body).toMatchObject({
      email: null,
      shipping_address: { name: null, address1: null, phone: null, city: 'New York' },
    });
  });

  it('are tried again with the same ids when they fail, until the subscription is deleted', async () => {
    await subscribeTo('ORDERS_CREATE');
    status = 500;
    await store.make();
    await eventually(async () => ((await store.state()).subscriptions.length === 0 ? true : undefined));
    expect(received).toHaveLength(4);
    for (const name of ['x-shopify-webhook-id', 'x-shopify-event-id'])
      expect(new Set(received.map(({ headers }) => headers[name])).size).toBe(1);
    const log = await store.log('webhook');
    expect(log.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 500],
      [3, 500],
      [4, 500],
    ]);
    expect((await store.log('subscription')).at(-1)).toMatchObject({ what: 'deleted after failures' });
  });

  it('come late, twice or not at all, as the store is set', async () => {
    await subscribeTo('ORDERS_CREATE');
    await store.set({ webhookCopies: 2, webhookDelayMs: 200 });
    const begun = performance.now();
    await store.make();
    await eventually(() => received.length === 2 || undefined);
    expect(performance.now() - begun).toBeGreaterThan(190);
    expect(received[0]!.headers['x-shopify-event-id']).toBe(received[1]!.headers['x-shopify-event-id']);
    await store.set({ webhooksMuted: true, webhookDelayMs: 0 });
    await store.make();
    await stub.settled();
    expect(received).toHaveLength(2);
  });

  it('are forged, foreign, stale or repeated on demand', async () => {
    await subscribeTo('ORDERS_CREATE', 'ORDERS_UPDATED');
    await store.make({ daysAgo: 1 });
    await stub.settled();
    const topic = 'orders/updated';
    const orders = ['1001'];
    const eventId = await store.webhook({ topic, orders: ['#1001'] });
    await stub.settled();
    for (const wanted of [
      { eventId },
      { as: 'forged' },
      { as: 'foreign', domain: 'rival.myshopify.com' },
      { as: 'stale' },
    ] as const) {
      await store.webhook({ topic, orders, ...wanted });
      await stub.settled();
    }
    await store.webhook({ topic, orders, copies: 3, delayMs: 10 });
    await eventually(() => received.length === 9 || undefined);
    const [, first, again, forged, foreign, stale] = received;
    expect(again!.headers['x-shopify-event-id']).toBe(first!.headers['x-shopify-event-id']);
    expect(first!.headers['x-shopify-event-id']).toBe(eventId);
    expect([first, again, forged, foreign, stale].map((one) => one!.isValid)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    expect(foreign!.headers['x-shopify-shop-domain']).toBe('rival.myshopify.com');
    const age = Date.now() - Date.parse(String(stale!.headers['x-shopify-triggered-at']));
    expect(age).toBeGreaterThan(3_500_000);
    await expect(store.webhook({ topic })).rejects.toThrow('needs the name or number of an order');
  });

  it('say that the app was uninstalled, after which no token serves', async () => {
    await subscribeTo('APP_UNINSTALLED', 'ORDERS_CREATE');
    await store.uninstall();
    await stub.settled();
    expect(topics()).toEqual(['app/uninstalled']);
    expect(received[0]).toMatchObject({ isValid: true, body: { myshopify_domain: store.shop } });
    expect((await ask('{ shop { name } }')).status).toBe(401);
    expect(await store.state()).toMatchObject({ isInstalled: false, subscriptions: [] });
  });

  it('ask the app about a customer, and of a shop that has left, at the app’s own address', async () => {
    await stub.app({ complianceUrl: hook });
    const [made] = await store.make({ email: 'chloe@example.com' });
    await store.webhook({ topic: 'customers/data_request', orders: ['#1001'] });
    await store.webhook({ topic: 'customers/redact', orders: ['#1001'] });
    await store.uninstall();
    await store.webhook({ topic: 'shop/redact' });
    await stub.settled();
    expect(topics()).toEqual(['customers/data_request', 'customers/redact', 'shop/redact']);
    expect(received.every(({ isValid }) => isValid)).toBe(true);
    const body = (topic: string) => received.find((one) => one.topic === topic)!.body;
    expect(body('customers/data_request')).toMatchObject({
      shop_domain: store.shop,
      orders_requested: [made!.legacyId],
      customer: { email: 'chloe@example.com' },
    });
    expect(body('customers/redact')).toMatchObject({ orders_to_redact: [made!.legacyId] });
    expect(body('shop/redact')).toEqual({ shop_id: expect.any(Number) as number, shop_domain: store.shop });
    await stub.app({ complianceUrl: null });
  });
});

describe('subscriptions', () => {
  it('are made, found, changed and deleted', async () => {
    const { data } = await ask<Subscribed>(subscribe, { topic: 'ORDERS_CREATE', uri: hook });
    const { webhookSubscription } = data.webhookSubscriptionCreate;
    expect(webhookSubscription).toMatchObject({
      topic: 'ORDERS_CREATE',
      uri: hook,
      callbackUrl: hook,
      endpoint: { callbackUrl: hook },
      apiVersion: { handle: '2026-10' },
    });
    const id = webhookSubscription!.id;
    const all = '{ webhookSubscriptions(first: 10, topics: [ORDERS_CREATE]) { nodes { id uri } } }';
    expect((await ask(all)).data).toEqual({ webhookSubscriptions: { nodes: [{ id, uri: hook }] } });
    const update = `mutation($id: ID!, $uri: String) { webhookSubscriptionUpdate(id: $id, webhookSubscription: { uri: $uri }) { webhookSubscription { uri } userErrors { message } } }`;
    expect((await ask(update, { id, uri: `${hook}/2` })).data).toMatchObject({
      webhookSubscriptionUpdate: { webhookSubscription: { uri: `${hook}/2` }, userErrors: [] },
    });
    const remove =
      'mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }';
    expect((await ask(remove, { id })).data).toMatchObject({
      webhookSubscriptionDelete: { deletedWebhookSubscriptionId: id },
    });
    expect((await ask(remove, { id })).data).toMatchObject({
      webhookSubscriptionDelete: { userErrors: [{ message: 'Webhook subscription does not exist' }] },
    });
  });

  it('are refused twice for one address, for no address, and without the scope for their topic', async () => {
    const refusal = async (topic: string, uri: string) =>
      (await ask<Subscribed>(subscribe, { topic, uri })).data.webhookSubscriptionCreate.userErrors[0]
        ?.message;
    await subscribeTo('ORDERS_CREATE');
    expect(await refusal('ORDERS_CREATE', hook)).toBe('Address for this topic has already been taken');
    expect(await refusal('ORDERS_UPDATED', '/hooks')).toBe('Address is invalid');
    ask = await askWith(stub, store, ['read_products']);
    expect(await refusal('ORDERS_UPDATED', hook)).toContain('You do not have permission');
    expect(await refusal('APP_UNINSTALLED', hook)).toBeUndefined();
  });
});
