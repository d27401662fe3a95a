import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session, Waybill } from '../../sdk/src/index.js';
import { verifyArchive } from '../../src/modules/proofs/archive/verify-archive.js';
import { breaksOf } from '../../src/modules/proofs/proof-chain.js';
import { placesOf } from '../support/canaries.js';
import { eventually } from '../support/eventually.js';
import { call } from '../support/http.js';
import { jpeg, pictureFile, signature } from '../support/pictures.js';
import { startReceiver, type Receiver } from '../support/receiver.js';
import { addStoreClient, startStoreTeam, type ConnectedStore, type TestShopify } from '../support/shopify.js';
import { setStore } from '../support/store-orders.js';
import { addClient, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';

const integration = '/v1/integrations/shopify';

/** What nobody but the customer and who delivers should know: one text for each place that it may get to. */
const secretsOf = (mark: string, place: number) => ({
  name: `Zanzibar${mark}`,
  street: `17 Marmalade Mews ${mark}`,
  flat: `Flat Periwinkle ${mark}`,
  zip: `Q${mark}`,
  email: `quill-${mark}@example.org`.toLowerCase(),
  phone: `+1212555${place}`,
  note: `Ring the walrus bell ${mark}`,
  product: `Kettle engraved for ${mark}`,
  attribute: `Gift card to ${mark}`,
  internal: `Beware of the dog of ${mark}`,
  returned: `Not there before Monday, said ${mark}`,
  signee: `Umberto ${mark}`,
  left: `Beside the gnome of ${mark}`,
  doorNote: `Door code of ${mark}`,
  latitude: `40.75${place}`,
  attemptLatitude: `40.71${place}`,
});
type Secrets = ReturnType<typeof secretsOf>;

let shopify: TestShopify;
let app: TestApp;
let owner: Session;
let dispatcher: Waybill;
let receiver: Receiver;

beforeAll(async () => {
  ({ shopify, app, owner, dispatcher } = await startStoreTeam({ WEBHOOK_ALLOW_PRIVATE: 'true' }));
  await shopify.control.app({ complianceUrl: `${app.url}${integration}/webhooks` });
  receiver = await startReceiver();
  // A receiver that answers what it was sent: the answer is kept, too.
  receiver.answer = (response, { body }) => void response.writeHead(200).end(body);
});
afterAll(async () => {
  await shopify.close();
  await receiver.close();
});

/** A client with a store whose new orders become drafts by themselves. */
async function storeOwner() {
  const { client, portal, store } = await addStoreClient(app, shopify, owner);
  await setStore(app, client, store, { autoImport: true });
  await portal.webhookEndpoints.create({ url: receiver.url, events: ['*'] });
  return { client, portal, store };
}

/** An order of that customer, taken over by the store's webhook. */
async function draftOf(portal: Waybill, store: ConnectedStore, secrets: Secrets) {
  const [made] = await store.control.make({
    email: secrets.email,
    note: secrets.note,
    attributes: [{ key: 'Gift', value: secrets.attribute }],
    address: {
      firstName: secrets.name,
      lastName: 'Quillfeather',
      address1: secrets.street,
      address2: secrets.flat,
      zip: secrets.zip,
      phone: secrets.phone,
      latitude: Number(secrets.latitude),
      longitude: -73.98,
    },
    lines: [{ title: secrets.product }],
    announce: true,
  });
  const found = await eventually(async () => (await portal.orders.list({ q: made!.name })).items[0]);
  return { id: found.id, name: made!.name };
}

/** Brings it to the door, with all that may be written about it on the way; answers its route. */
async function bring(portal: Waybill, id: string, secrets: Secrets): Promise<string> {
  await portal.orders.submit({ ids: [id] });
  await dispatcher.stops.return(id, { reason: secrets.returned });
  await portal.orders.submit({ ids: [id] });
  await dispatcher.stops.update(id, { internalNotes: secrets.internal });
  const { id: routeId } = await dispatcher.routes.create({ title: 'Monday' });
  await dispatcher.routes.addStops(routeId, { stopIds: [id] });
  await dispatcher.routes.start(routeId);
  await dispatcher.stops.addProof(id, { file: pictureFile(await jpeg()), kind: 'photo' });
  await dispatcher.stops.addProof(id, { file: pictureFile(await signature()), kind: 'signature' });
  return routeId;
}

async function deliver(id: string, secrets: Secrets): Promise<void> {
  await dispatcher.stops.recordAttempt(id, {
    state: 'delivered_to_recipient',
    signeeName: secrets.signee,
    recipientNotes: secrets.left,
    internalNotes: secrets.doorNote,
    location: { latitude: Number(secrets.attemptLatitude), longitude: -73.97 },
  });
}

/** Waits until the webhooks and jobs of stores are done, but for what is to come later. */
async function quiet(): Promise<void> {
  await shopify.control.settled();
  await eventually(async () => {
    const open = await app.database.query(
      `select 1 from jobs
        where (name like 'shopify%' or name in ('proofs.clear-files', 'webhooks.deliver'))
          and state in ('waiting', 'handed', 'running') and run_at < now() + interval '30 seconds'`,
    );
    const stale = await app.database.query('select 1 from stale_order_texts');
    // Events reach webhooks once no older transaction can put anything before them.
    const untold = await app.database.query(
      `select 1 from events e
         join webhook_endpoints w on w.client_id = e.client_id and w.created_at < e.created_at
        where e.type like 'order.%' and e.audience <> 'organization'
          and not exists (select from webhook_deliveries d where d.endpoint_id = w.id and d.event_id = e.id)`,
    );
    return open.length + stale.length + untold.length === 0 || undefined;
  }, 60);
}

const erasures = async ({ token }: TestClient) =>
  (await call(app, 'GET', `${integration}/erasures`, { token })).json.items as Record<string, unknown>[];
const requests = async ({ token }: TestClient) =>
  (await call(app, 'GET', `${integration}/data-requests`, { token })).json.items as Record<string, unknown>[];
const fileOf = ({ token }: TestClient, id: unknown) =>
  call(app, 'GET', `${integration}/data-requests/${String(id)}/file`, { token });

const picturesOf = async (id: string): Promise<string[]> => {
  const rows = await app.database.query<{ id: string }>(
    'select id from proofs where order_id = $1 and sha256 is not null',
    [id],
  );
  const files = await readdir(join(app.dataDir, 'files', 'proofs'));
  return files.filter((file) => rows.some((row) => file.startsWith(row.id)));
};

const missing = (places: Record<string, string[]>) =>
  Object.entries(places).flatMap(([text, where]) => (where.length === 0 ? [text] : []));
const left = (places: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(places).filter(([, where]) => where.length > 0));

describe('a customer who asks what is known of them', () => {
  it('gets a file, for the owner of the store alone', async () => {
    const { client, portal, store } = await storeOwner();
    const secrets = secretsOf('Asker', 101_23);
    const order = await draftOf(portal, store, secrets);
    await bring(portal, order.id, secrets);
    await deliver(order.id, secrets);
    await store.control.webhook({ topic: 'customers/data_request', orders: [order.name] });
    await quiet();

    const [request, ...more] = await requests(client);
    expect(more).toEqual([]);
    expect(request).toMatchObject({ shop: store.shop, state: 'ready', orderCount: 1 });
    const days = (Date.parse(String(request!.dueAt)) - Date.parse(String(request!.requestedAt))) / 86_400_000;
    expect(Math.round(days)).toBe(30);
    const file = await fileOf(client, request!.id);
    expect(file.status).toBe(200);
    expect(Buffer.byteLength(JSON.stringify(file.json, null, 2))).toBe(request!.fileSize);
    const { internal, doorNote, ...shown } = secrets;
    expect(Object.values(shown).filter((text) => !file.text.includes(text))).toEqual([]);
    expect([internal, doorNote].filter((text) => file.text.includes(text))).toEqual([]);
    const [kept] = file.json.orders as { order: unknown; proofs: { kind: string }[] }[];
    expect(kept!.order).toEqual(await portal.orders.get(order.id));
    expect(kept!.proofs.map(({ kind }) => kind)).toEqual(['photo', 'signature', 'attempt']);

    const mails = await readdir(join(app.dataDir, 'mail'));
    expect(mails.filter((name) => name.includes(String(request!.id)))).toHaveLength(1);

    const other = await addClient(app, owner);
    expect((await fileOf(other, request!.id)).status).toBe(404);
    expect(await requests(other)).toEqual([]);
    const forDispatchers = await call(app, 'GET', `${integration}/data-requests`, {
      token: owner.accessToken,
    });
    expect(forDispatchers.status).toBe(403);
  });

  it('is answered also where nothing of theirs was taken over', async () => {
    const { client, store } = await storeOwner();
    await store.control.webhook({ topic: 'customers/data_request', orders: [] });
    await quiet();
    const [request] = await requests(client);
    expect(request).toMatchObject({ state: 'ready', orderCount: 0 });
    expect((await fileOf(client, request!.id)).json.orders).toEqual([]);
  });
});

describe('a customer who asks to be erased', () => {
  it('is found nowhere in the database and the files afterwards; others are', async () => {
    const { client, portal, store } = await storeOwner();
    const [secrets, others] = [secretsOf('Leaver', 202_34), secretsOf('Stayer', 303_45)];
    const [order, other] = [await draftOf(portal, store, secrets), await draftOf(portal, store, others)];
    for (const [{ id }, theirs] of [
      [order, secrets],
      [other, others],
    ] as const) {
      const routeId = await bring(portal, id, theirs);
      await deliver(id, theirs);
      await dispatcher.routes.complete(routeId);
    }
    await store.control.webhook({ topic: 'customers/data_request', orders: [order.name] });
    await quiet();

    const before = await placesOf(app, Object.values(secrets));
    console.log('Found before:', before);
    expect(missing(before)).toEqual([]);
    const othersBefore = await placesOf(app, Object.values(others));
    const chainBefore = (await portal.orders.getProofOfDelivery(order.id)).chain;
    expect(await picturesOf(order.id)).toHaveLength(4);

    const eventId = randomUUID();
    const redaction = { topic: 'customers/redact' as const, orders: [order.name] };
    await store.control.webhook({ ...redaction, eventId });
    await store.control.webhook({ ...redaction, eventId });
    await quiet();

    const after = await placesOf(app, Object.values(secrets));
    console.log('Left after:', left(after));
    expect(left(after)).toEqual({});
    expect(await picturesOf(order.id)).toEqual([]);
    expect(await placesOf(app, Object.values(others))).toEqual(othersBefore);
    expect(await picturesOf(other.id)).toHaveLength(4);

    const counts = { orders: 1, attempts: 1, proofs: 3, pictures: 2, files: 1 };
    expect(await erasures(client)).toEqual([
      expect.objectContaining({
        kind: 'customer',
        state: 'done',
        ordersLeft: 0,
        counts: expect.objectContaining(counts) as unknown,
      }),
    ]);
    expect((await requests(client))[0]).toMatchObject({ state: 'cleared' });

    const seen = await portal.orders.get(order.id);
    expect(seen).toMatchObject({ status: 'delivered', externalId: order.name, recipient: { name: null } });
    const { items } = await portal.orders.timeline(order.id);
    expect(items[0]).toMatchObject({ type: 'order.erased', data: { reason: 'The customer asked for it.' } });

    // The chain can be followed still, and says itself of what it can tell nothing any more.
    const { chain, photos, signature: shown } = await portal.orders.getProofOfDelivery(order.id);
    expect(chain.map(({ hash, previousHash }) => [hash, previousHash])).toEqual(
      chainBefore.map(({ hash, previousHash }) => [hash, previousHash]),
    );
    expect(chain.map((entry) => [entry.attempt, entry.erasedAt !== undefined])).toEqual(
      chain.map(() => [null, true]),
    );
    expect([photos, shown]).toEqual([[], null]);
    expect(breaksOf(order.id, chain)).toEqual([]);
    const zip = await fetch(
      `${app.url}/v1/orders/proof-of-delivery.zip?q=${encodeURIComponent(order.name)}`,
      {
        headers: { authorization: `Bearer ${client.token}` },
      },
    );
    const path = join(app.dataDir, 'proof.zip');
    await writeFile(path, Buffer.from(await zip.arrayBuffer()));
    expect(await verifyArchive(path, new Map([[order.id, chainBefore.at(-1)!.hash]]))).toEqual({
      orders: 1,
      pictures: 0,
      entries: 3,
      erased: 3,
      faults: [],
    });

    // The store says it anew: what was erased does not come back, nor is the order taken over again.
    await store.control.webhook({ topic: 'orders/updated', orders: [order.name] });
    await store.control.webhook({ topic: 'orders/create', orders: [order.name] });
    await quiet();
    expect(left(await placesOf(app, Object.values(secrets)))).toEqual({});
  });

  it('is erased once what is on its way was delivered, and not before', async () => {
    const { client, portal, store } = await storeOwner();
    const secrets = secretsOf('Waiter', 404_56);
    const order = await draftOf(portal, store, secrets);
    const routeId = await bring(portal, order.id, secrets);
    await store.control.webhook({ topic: 'customers/redact', orders: [order.name] });
    await quiet();
    expect(await erasures(client)).toMatchObject([{ state: 'waiting', ordersLeft: 1 }]);
    expect((await dispatcher.stops.get(order.id)).address.addressLineOne).toBe(secrets.street);

    await deliver(order.id, secrets);
    await dispatcher.routes.complete(routeId);
    await app.database.query(
      `update jobs set run_at = now() where name = 'shopify.erase' and state = 'waiting'`,
    );
    await quiet();
    expect(await erasures(client)).toMatchObject([{ state: 'done', ordersLeft: 0 }]);
    expect(left(await placesOf(app, Object.values(secrets)))).toEqual({});
  });

  it('is erased when the time is up, wherever the order is', async () => {
    const { client, portal, store } = await storeOwner();
    const secrets = secretsOf('Stuck', 505_67);
    const order = await draftOf(portal, store, secrets);
    await portal.orders.submit({ ids: [order.id] });
    await store.control.webhook({ topic: 'customers/redact', orders: [order.name] });
    await quiet();
    await app.database.query('update shopify_erasures set due_at = now() where client_id = $1', [client.id]);
    await app.database.query(
      `update jobs set run_at = now() where name = 'shopify.erase' and state = 'waiting'`,
    );
    await quiet();
    expect(await erasures(client)).toMatchObject([{ state: 'done' }]);
    expect(left(await placesOf(app, Object.values(secrets)))).toEqual({});
  });
});

describe('a store that removed the app', () => {
  it('leaves nothing two days later', async () => {
    const { client, portal, store } = await storeOwner();
    const secrets = secretsOf('Closer', 606_78);
    const order = await draftOf(portal, store, secrets);
    const routeId = await bring(portal, order.id, secrets);
    await deliver(order.id, secrets);
    await dispatcher.routes.complete(routeId);
    await store.control.uninstall();
    await quiet();
    expect(missing(await placesOf(app, [secrets.street, store.shop]))).toEqual([]);
    await store.control.webhook({ topic: 'shop/redact' });
    await quiet();
    expect(left(await placesOf(app, Object.values(secrets)))).toEqual({});
    expect(await erasures(client)).toMatchObject([{ kind: 'shop', state: 'done', shop: store.shop }]);
    const kept = await app.database.query(
      `select 1 from shopify_stores where shop = $1 union all select 1 from shopify_orders where shop = $1`,
      [store.shop],
    );
    expect(kept).toEqual([]);
  });

  it('and was connected again loses nothing', async () => {
    const { client, portal, store } = await storeOwner();
    const secrets = secretsOf('Returner', 707_89);
    await draftOf(portal, store, secrets);
    await store.control.webhook({ topic: 'shop/redact' });
    await quiet();
    expect(await erasures(client)).toEqual([]);
    expect((await placesOf(app, [secrets.street]))[secrets.street]).toContain('orders.address_line_one');
  });
});
