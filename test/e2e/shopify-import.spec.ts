import { call } from '../support/http.js';
import { eventually } from '../support/eventually.js';
import {
  addStoreClient,
  connectStore,
  startStoreTeam,
  type ConnectedStore,
  type TestShopify,
} from '../support/shopify.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';
import { DraftRefresh } from '../../src/modules/integrations/shopify/importing/draft-refresh.js';
import { DraftTakeover } from '../../src/modules/integrations/shopify/importing/draft-takeover.js';
import { ShopifyStore } from '../../src/modules/integrations/shopify/shopify-store.entity.js';
import { Database } from '../../src/database/database.js';

interface Item {
  input: string;
  shopifyOrderId: string | null;
  name: string | null;
  outcome: string;
  orderId: string | null;
  detail: string | null;
}
interface Answer {
  succeededCount: number;
  skippedCount: number;
  failedCount: number;
  results: Item[];
  import: { id: string } | null;
}
interface Listed {
  id: string;
  name: string;
  importedAs: string | null;
  [more: string]: unknown;
}

const path = '/v1/integrations/shopify';

describe('importing from a store', () => {
  let shopify: TestShopify;
  let app: TestApp;
  let owner: Awaited<ReturnType<typeof signUp>>;
  let client: TestClient;
  let store: ConnectedStore;
  beforeAll(async () => ({ shopify, app, owner } = await startStoreTeam()));
  beforeEach(async () => {
    ({ client, store } = await addStoreClient(app, shopify, owner));
    await store.control.set({ bucket: { maximumAvailable: 20_000, restoreRate: 10_000 } });
  });
  afterAll(() => shopify.close());

  const send = (method: string, at: string, body?: unknown, token = client.token, headers = {}) =>
    call(app, method, path + at, { token, body, headers });
  async function importing(body: object, token = client.token): Promise<Answer> {
    const answer = await send('POST', '/imports', body, token);
    expect({ status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
      status: 200,
      text: '',
    });
    return answer.json as unknown as Answer;
  }
  async function listing(
    query = '',
    token = client.token,
  ): Promise<{ items: Listed[]; nextCursor: string | null }> {
    const answer = await send('GET', `/orders${query}`, undefined, token);
    expect({ status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
      status: 200,
      text: '',
    });
    return answer.json as never;
  }
  const make = (wanted: Parameters<typeof store.control.make>[0]) =>
    store.control.make({ announce: false, ...wanted });
  const outcomes = ({ results }: Answer) => results.map(({ input, outcome }) => [input, outcome]);
  const orderOf = (id: string) => app.as(client.token).orders.get(id);
  const queries = async () =>
    (await store.control.log('graphql')).filter(({ operation }) =>
      String(operation).startsWith('WaybillOrder'),
    );

  it('makes drafts that can be submitted, each once', async () => {
    const [one, two] = await make({ count: 2 });
    const answer = await importing({ orderIds: [one!.id, two!.id] });
    expect(answer).toMatchObject({ succeededCount: 2, skippedCount: 0, failedCount: 0, import: null });
    expect(outcomes(answer)).toEqual([
      [one!.id, 'imported'],
      [two!.id, 'imported'],
    ]);
    const draft = await orderOf(answer.results[0]!.orderId!);
    expect(draft).toMatchObject({
      status: 'draft',
      source: 'shopify',
      externalId: one!.name,
      missingFields: [],
      packageCount: 1,
      size: expect.stringMatching(/ kg$/) as string,
      metadata: {
        shopifyShop: store.shop,
        shopifyOrderId: answer.results[0]!.shopifyOrderId,
        shopifyOrderName: one!.name,
      },
    });
    expect(draft.address).toMatchObject({ country: 'US' });
    expect(draft.address.addressLineOne).not.toBeNull();
    expect(draft.recipient.name).not.toBeNull();
    expect(draft.products[0]).toMatch(/^\d+ × /);

    const again = await importing({ text: `${one!.name} ${two!.name}` });
    expect(again).toMatchObject({ succeededCount: 0, skippedCount: 2, failedCount: 0 });
    expect(again.results.map(({ orderId }) => orderId)).toEqual(answer.results.map(({ orderId }) => orderId));

    const ids = answer.results.map(({ orderId }) => orderId!);
    await expect(app.as(client.token).orders.submit({ ids })).resolves.toMatchObject({ succeededCount: 2 });
    expect((await listing('?status=any')).items.map(({ importedAs }) => importedAs).toSorted()).toEqual(
      ids.toSorted(),
    );
  });

  it('imports a deleted draft again', async () => {
    const [made] = await make({});
    const first = await importing({ orderIds: [made!.id] });
    await app.as(client.token).orders.delete(first.results[0]!.orderId!);
    const second = await importing({ orderIds: [made!.id] });
    expect(second.results[0]).toMatchObject({ outcome: 'imported' });
    expect(second.results[0]!.orderId).not.toBe(first.results[0]!.orderId);
  });

  it('tells of fifteen pasted ids of every kind what became of each', async () => {
    const kinds = [
      'plain',
      'twoLocations',
      'partial',
      'held',
      'pickup',
      'local',
      'digital',
      'mixed',
      'dated',
      'thirdParty',
      'fulfilled',
      'cancelled',
      'old',
    ] as const;
    const made = new Map<string, { id: string; name: string }>();
    for (const kind of kinds) made.set(kind, (await make({ kind }))[0]!);
    const [twinOne] = await make({ name: '#TWIN-1' });
    await make({ name: '#TWIN-1' });
    const of = (kind: (typeof kinds)[number]) => made.get(kind)!;
    const digits = (id: string) => id.split('/').at(-1)!;
    const handle = store.shop.replace('.myshopify.com', '');
    const pasted = [
      of('plain').name,
      of('twoLocations').name.slice(1),
      digits(of('partial').id),
      `gid://shopify/Order/${digits(of('held').id)}`,
      `https://admin.shopify.com/store/${handle}/orders/${digits(of('local').id)}?note=1`,
      `https://${store.shop}/admin/orders/${digits(of('mixed').id)}`,
      `"${of('dated').name}"`,
      of('pickup').name,
      of('digital').name,
      of('thirdParty').name,
      of('fulfilled').name,
      of('cancelled').name,
      of('old').name,
      '#TWIN-1',
      'n0nsense!',
      'please!',
      '#999999',
      'https://admin.shopify.com/store/another-shop/orders/1',
    ];
    const separators = ['\n', ', ', ';', '\t', ' | ', '\r\n', ' ', ' • '];
    const text = pasted.map((one, n) => one + separators[n % separators.length]!).join('');
    const { results, succeededCount, failedCount } = await importing({ text });
    expect({ succeededCount, failedCount }).toEqual({ succeededCount: 7, failedCount: 10 });
    expect(results.map(({ outcome }) => outcome)).toEqual([
      ...Array<string>(7).fill('imported'),
      ...Array<string>(5).fill('not_shippable'),
      'not_found',
      'ambiguous',
      'not_found',
      'not_found',
      'not_found',
    ]);
    const detailOf = (n: number) => results[n]!.detail;
    expect(detailOf(3)).toBe('The store holds it, or a part of it, back for now.');
    expect(results.slice(7, 12).map(({ detail }) => detail)).toEqual([
      'Its customer picks it up at the shop, so there is nothing to deliver.',
      'Nothing in it is shipped: it holds gift cards, downloads or services only.',
      'Another fulfilment service sends what is left of it.',
      'All of it has been fulfilled in the store already.',
      'It was cancelled in the store.',
    ]);
    expect(detailOf(12)).toContain('older than 60 days');
    expect(detailOf(13)).toContain(digits(twinOne!.id));
    expect(detailOf(16)).toContain('another-shop.myshopify.com');

    const partial = await orderOf(results[2]!.orderId!);
    expect(partial.products[0]).toMatch(/^2 × /);
    expect(partial.size).toBeNull();
    const mixed = await orderOf(results[5]!.orderId!);
    expect(mixed.products.join()).not.toContain('Gift card');
    const dated = await orderOf(results[6]!.orderId!);
    expect(dated.requestedDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(dated.notes).toBe('Please ring twice\nGift message: Happy birthday!');
  });

  it('makes drafts of redacted orders, which wait for what is missing', async () => {
    const [made] = await make({});
    for (const customerData of ['redacted', 'silent'] as const) {
      await store.control.set({ customerData });
      expect((await listing()).items[0]).toMatchObject({
        redacted: true,
        recipientName: null,
        shippable: true,
      });
      const { results } = await importing({ orderIds: [made!.id] });
      expect(results[0]).toMatchObject({
        outcome: 'redacted',
        detail: expect.stringContaining('approved') as string,
      });
      const draft = await orderOf(results[0]!.orderId!);
      expect(draft).toMatchObject({
        status: 'draft',
        missingFields: ['address.addressLineOne'],
        recipient: { name: null },
      });
      const submitted = await app.as(client.token).orders.submit({ ids: [draft.id] });
      expect(submitted.failed[0]).toMatchObject({ code: 'required_fields_missing' });
      await app.as(client.token).orders.delete(draft.id);
    }
    await store.control.set({ customerData: 'refused' });
    expect(await send('GET', '/orders')).toMatchObject({
      status: 409,
      json: {
        code: 'shopify_refused',
        detail: expect.stringContaining('has not approved this app') as string,
      },
    });
  });

  it.each([
    ['gone', 409, 'shopify_access_lost', 'knows no such store'],
    ['frozen', 503, 'shopify_unavailable', 'Its owner has to settle that'],
  ] as const)('says of a store that is %s what is the matter', async (availability, status, code, said) => {
    await store.control.set({ availability });
    expect(await send('GET', '/orders')).toMatchObject({
      status,
      json: { code, detail: expect.stringContaining(said) as string },
    });
    await store.control.set({ availability: 'open' });
  });

  it('says that an order has no address, whose draft waits for it', async () => {
    const picky = await addClient(app, owner, { requiredFields: ['address.zip', 'recipient.email'] });
    const nook = await connectStore(app, shopify, picky);
    const [made] = await nook.control.make({ kind: 'noAddress' });
    const { results } = await importing({ orderIds: [made!.id] }, picky.token);
    expect(results[0]).toMatchObject({
      outcome: 'imported',
      detail: 'The store has no shipping address for it. Fill the address in before you submit the draft.',
    });
    expect(await app.as(picky.token).orders.get(results[0]!.orderId!)).toMatchObject({
      status: 'draft',
      missingFields: ['address.addressLineOne', 'address.zip'],
      recipient: { email: expect.any(String) as string },
    });
  });

  it('takes addresses of other hosts and stores for none of this store’s orders', async () => {
    const [made] = await make({});
    const id = made!.id.split('/').at(-1)!;
    const urls = [
      `https://other.myshopify.com/admin/orders/${id}`,
      `https://admin.shopify.com/store/another/orders/${id}`,
      `https://example.com/orders/${id}`,
    ];
    for (const named of [{ text: urls.join('\n') }, { orderIds: urls }]) {
      const { results } = await importing(named);
      expect(results.map(({ input, outcome, orderId }) => [input, outcome, orderId])).toEqual([
        [urls[0], 'not_found', null],
        [urls[1], 'not_found', null],
        [urls[2], 'not_understood', null],
      ]);
      expect(results.map(({ detail }) => detail)).toEqual([
        `It is an order of other.myshopify.com, not of ${store.shop}.`,
        `It is an order of another.myshopify.com, not of ${store.shop}.`,
        expect.stringContaining('of example.com, not of the store’s admin'),
      ]);
    }
  });

  it('guesses no day and says so', async () => {
    const [made] = await make({ attributes: [{ key: 'Delivery Date', value: '03/04/2027' }] });
    const { results } = await importing({ orderIds: [made!.id] });
    expect(results[0]!.detail).toContain('can be 2027-04-03 or 2027-03-04');
    expect(await orderOf(results[0]!.orderId!)).toMatchObject({
      requestedDate: null,
      notes: 'Delivery Date: 03/04/2027 (which day is meant could not be told)',
    });
  });

  it('reads orders of many parts and lines whole', async () => {
    const lines = Array.from({ length: 35 }, (_, n) => ({ title: `Book ${n}`, quantity: n + 1 }));
    const [made] = await make({ lines });
    const { results } = await importing({ orderIds: [made!.id] });
    const { products } = await orderOf(results[0]!.orderId!);
    expect([products.length, products.at(-1)]).toEqual([35, '35 × Book 34']);
  });

  it('lists, pages, filters and searches', async () => {
    const plain = await make({ count: 7 });
    const [partial] = await make({ kind: 'partial' });
    const [cancelled] = await make({ kind: 'cancelled' });
    const [fulfilled] = await make({ kind: 'fulfilled' });
    const [pickup] = await make({ kind: 'pickup' });
    const names = ({ items }: { items: Listed[] }) => items.map(({ name }) => name);
    const nameOf = (one: { name: string } | undefined) => one!.name;
    expect(names(await listing('?status=partial'))).toEqual([nameOf(partial)]);
    expect(names(await listing('?status=cancelled'))).toEqual([nameOf(cancelled)]);
    expect(names(await listing('?status=fulfilled'))).toEqual([nameOf(fulfilled)]);
    expect(names(await listing('?status=any'))).toHaveLength(11);
    expect(names(await listing(`?status=any&q=${encodeURIComponent(nameOf(plain[3]))}`))).toEqual([
      nameOf(plain[3]),
    ]);
    expect(names(await listing('?status=any&q=OR%20status:open'))).toEqual([]);
    const open = await listing();
    expect(names(open).toSorted()).toEqual([...plain.map(nameOf), nameOf(pickup)].toSorted());
    expect(open.items.find(({ name }) => name === nameOf(pickup))).toMatchObject({
      pickup: true,
      shippable: false,
      notShippableReason: 'pickup',
    });

    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listing>> = await listing(
        `?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...names(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(names(open));

    const { nextCursor } = await listing('?limit=3');
    expect(await send('GET', `/orders?limit=3&status=any&cursor=${nextCursor}`)).toMatchObject({
      status: 400,
      json: { code: 'cursor_mismatch' },
    });
    const forged = Buffer.from(
      JSON.stringify({
        ...(JSON.parse(Buffer.from(nextCursor!, 'base64url').toString()) as object),
        k: ['nonsense'],
      }),
    ).toString('base64url');
    expect(await send('GET', `/orders?cursor=${forged}`)).toMatchObject({
      status: 400,
      json: { code: 'cursor_invalid' },
    });

    await importing({ orderIds: [plain[0]!.id, plain[6]!.id] });
    expect(names(await listing('?imported=true')).toSorted()).toEqual(
      [nameOf(plain[0]), nameOf(plain[6])].toSorted(),
    );
    expect(names(await listing('?imported=false&limit=2'))).toHaveLength(2);
    expect(names(await listing('?imported=false'))).toHaveLength(6);
  });

  it('of two imports at once one makes each draft', async () => {
    const made = await make({ count: 40 });
    const ids = made.map(({ id }) => id);
    const answers = await Promise.all([
      importing({ orderIds: ids }),
      importing({ orderIds: ids.toReversed() }),
      importing({ text: made.map(({ name }) => name).join() }),
    ]);
    expect(answers.reduce((sum, { succeededCount }) => sum + succeededCount, 0)).toBe(40);
    expect(answers.reduce((sum, { skippedCount }) => sum + skippedCount, 0)).toBe(80);
    const [first] = answers;
    for (const { results } of answers)
      expect(new Set(results.map(({ orderId }) => orderId))).toEqual(
        new Set(first.results.map(({ orderId }) => orderId)),
      );
    expect(await countOf(client.id)).toBe(40);
  });

  it('makes what is repeated with one Idempotency-Key once, and holds no transaction open while it asks', async () => {
    const [made] = await make({});
    const headers = { 'idempotency-key': 'import-1' };
    const body = { orderIds: [made!.id] };
    const first = await send('POST', '/imports', body, client.token, headers);
    const again = await send('POST', '/imports', body, client.token, headers);
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([
      200,
      200,
      'true',
    ]);
    expect(again.text).toBe(first.text);
    const all = await send('POST', '/imports', { all: true }, client.token, {
      'idempotency-key': 'import-2',
    });
    const replayed = await send('POST', '/imports', { all: true }, client.token, {
      'idempotency-key': 'import-2',
    });
    expect([all.status, replayed.status, replayed.text]).toEqual([202, 202, all.text]);
    expect(replayed.headers.get('location')).toBe(all.headers.get('location'));
    await ended((all.json as unknown as Answer).import!.id);

    const [slow] = await make({});
    await store.control.fault({ on: 'graphql', do: 'slow' });
    let isAnswered = false;
    const asked = send('POST', '/imports', { orderIds: [slow!.id] }, client.token, {
      'idempotency-key': 'import-3',
    }).finally(() => (isAnswered = true));
    await eventually(async () => (await queries()).find(({ fault }) => fault === 'slow'));
    // Jobs have transactions too, of a moment.
    await eventually(async () => {
      const open = await app.database.query(
        `select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
      );
      return open.length === 0 || undefined;
    });
    expect(isAnswered).toBe(false);
    await store.control.clearFaults();
    expect(await asked).toMatchObject({ status: 200 });
  });

  it('imports everything as a job, told as it goes', async () => {
    await make({ count: 45 });
    await make({ kind: 'pickup', count: 2 });
    await make({ kind: 'fulfilled' });
    const [known] = await make({});
    await importing({ orderIds: [known!.id] });
    const begun = await send('POST', '/imports', { all: true });
    const { import: started } = begun.json as unknown as Answer;
    expect([begun.status, begun.headers.get('location')]).toEqual([202, `${path}/imports/${started!.id}`]);
    expect(await ended(started!.id)).toMatchObject({
      status: 'completed_with_errors',
      ordersFound: 48,
      ordersImported: 45,
      ordersRedacted: 0,
      ordersSkipped: 1,
      ordersRejected: 2,
      message: '45 orders are drafts now; 1 was imported before; 2 could not be imported.',
    });
    const results = await send('GET', `/imports/${started!.id}/results?limit=1`);
    expect(results.json).toMatchObject({ items: [{ outcome: 'not_shippable', orderId: null }] });
    const next = await send(
      'GET',
      `/imports/${started!.id}/results?limit=1&cursor=${String(results.json.nextCursor)}`,
    );
    expect(next.json).toMatchObject({ items: [{ outcome: 'not_shippable' }], nextCursor: null });
    const listed = await send('GET', '/imports');
    expect(listed.json).toMatchObject({ items: [{ id: started!.id }], nextCursor: null });
    const handle = store.shop.replace('.myshopify.com', '');
    for (const [shop, ids] of [
      [store.shop, [started!.id]],
      [handle, [started!.id]],
      [`https://admin.shopify.com/store/${handle}`, [started!.id]],
      ['another-shop', []],
    ] as const) {
      const { json } = await send('GET', `/imports?shop=${encodeURIComponent(shop)}`);
      expect((json.items as { id: string }[]).map(({ id }) => id)).toEqual(ids);
    }
    expect(await send('GET', '/imports?shop=not%20a%20shop')).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: 'query/shop', code: 'invalid_shop' }] },
    });
    expect(await countOf(client.id)).toBe(46);
    const costs = (await queries()).map(({ requestedQueryCost }) => Number(requestedQueryCost));
    expect(Math.max(...costs)).toBeLessThan(1_000);
    expect(await send('POST', `/imports/${started!.id}/cancel`)).toMatchObject({
      status: 409,
      json: { code: 'import_not_cancellable' },
    });
  });

  it('can be cancelled between pages, and what it made stays', async () => {
    await make({ count: 120 });
    await store.control.fault({ on: 'graphql', operation: 'WaybillOrderPage', do: 'slow', after: 1 });
    const { import: started } = (await send('POST', '/imports', { all: true })).json as unknown as Answer;
    await eventually(async () => (await countOf(client.id)) > 0 || undefined);
    expect(await send('POST', `/imports/${started!.id}/cancel`)).toMatchObject({ status: 200 });
    await store.control.clearFaults();
    const imported = await ended(started!.id);
    expect(imported).toMatchObject({ status: 'cancelled' });
    expect(await countOf(client.id)).toBe(imported.ordersImported);
    expect(imported.ordersImported).toBeLessThan(120);
  });

  it('outlives faults of the store, and ends where it is let in no more', async () => {
    await make({ count: 60 });
    await store.control.fault({
      on: 'graphql',
      operation: 'WaybillOrderPage',
      do: 'status',
      status: 503,
      retryAfter: '1',
      after: 1,
    });
    await store.control.fault({ on: 'graphql', operation: 'WaybillOrderPage', do: 'throttled', after: 2 });
    const { import: started } = (await send('POST', '/imports', { all: true })).json as unknown as Answer;
    expect(await ended(started!.id)).toMatchObject({ status: 'completed', ordersImported: 60 });
    expect(await countOf(client.id)).toBe(60);

    await make({ count: 1 });
    await store.control.set({ webhooksMuted: true });
    await store.control.uninstall();
    const { import: lost } = (await send('POST', '/imports', { all: true })).json as unknown as Answer;
    expect(await ended(lost!.id)).toMatchObject({
      status: 'failed',
      failureCode: 'shopify_access_lost',
      ordersImported: 0,
    });
  });

  it('names orders of two stores apart', async () => {
    const second = await connectStore(app, shopify, client);
    const [mine] = await make({ name: '#1001' });
    const [other] = await second.control.make({ name: '#1001', announce: false });
    const { results } = (await send('POST', '/imports', { shop: store.shop, orderIds: [mine!.id] }))
      .json as unknown as Answer;
    const two = (await send('POST', '/imports', { shop: second.shop, orderIds: [other!.id] }))
      .json as unknown as Answer;
    expect([results[0]!.outcome, two.results[0]!.outcome]).toEqual(['imported', 'imported']);
    expect((await orderOf(results[0]!.orderId!)).externalId).toBe('#1001');
    expect((await orderOf(two.results[0]!.orderId!)).externalId).toBe(
      `#1001 (${second.shop.replace('.myshopify.com', '')})`,
    );
    expect(await send('GET', '/orders')).toMatchObject({
      status: 400,
      json: { errors: [{ pointer: 'query/shop' }] },
    });
  });

  it('names orders of one store apart that are called the same', async () => {
    const made = await make({ name: '#7001', count: 4 });
    const answer = await importing({ orderIds: made.map(({ id }) => id) });
    expect(answer).toMatchObject({ succeededCount: 4, skippedCount: 0, failedCount: 0 });
    const names = await Promise.all(
      answer.results.map(async ({ orderId }) => (await orderOf(orderId!)).externalId),
    );
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(name).toMatch(/^#7001/);
  });

  it('tells of an Id that an order of the client’s own has, and loses nothing', async () => {
    const mine = app.as(client.token).orders;
    const own = await mine.create({ externalId: '#2002', address: { addressLineOne: '1 Main St' } });
    const [wanted] = await make({ name: '#2002' });
    const first = await importing({ orderIds: [wanted!.id] });
    expect(first).toMatchObject({ succeededCount: 0, skippedCount: 0, failedCount: 1 });
    const told = {
      outcome: 'id_taken',
      orderId: own.id,
      detail:
        'Another of your orders has the Id “#2002” already. If it is the same order, there is nothing to do. Else give that order another Id, or delete it, and import this one again.',
    };
    expect(first.results).toMatchObject([told]);

    const { import: started } = (await send('POST', '/imports', { all: true })).json as unknown as Answer;
    expect(await ended(started!.id)).toMatchObject({
      status: 'completed_with_errors',
      ordersSkipped: 0,
      ordersRejected: 1,
      message: '0 orders are drafts now; 1 could not be imported.',
    });
    const results = await send('GET', `/imports/${started!.id}/results?outcome=id_taken`);
    expect(results.json.items).toMatchObject([{ name: '#2002', ...told }]);

    await mine.update(own.id, { externalId: 'Mine' });
    expect((await importing({ orderIds: [wanted!.id] })).results).toMatchObject([{ outcome: 'imported' }]);
  });

  it('imports a whole store in which an order has a very long name', async () => {
    const name = `#${'9'.repeat(150)}\u0000😀`;
    await make({ name, kind: 'pickup' });
    await make({ name: `${name}1`, attributes: [{ key: 'Delivery Date', value: '03/04/2027' }] });
    await make({});
    const { import: started } = (await send('POST', '/imports', { all: true })).json as unknown as Answer;
    expect(await ended(started!.id)).toMatchObject({ ordersFound: 3, ordersImported: 2, ordersRejected: 1 });
    const { items } = (await send('GET', `/imports/${started!.id}/results`)).json as { items: Item[] };
    expect(items.map((one) => [one.name, one.outcome])).toEqual([
      [`#${'9'.repeat(98)}…`, 'not_shippable'],
      [`#${'9'.repeat(98)}…`, 'imported'],
    ]);
  });

  it('imports the others where one is named that no store can have', async () => {
    const [made] = await make({});
    const most = 2n ** 63n;
    const text = `${made!.name} ${most} ${most - 1n} gid://shopify/Order/${most} 99999999999999999999`;
    expect(outcomes(await importing({ text })).map(([, outcome]) => outcome)).toEqual([
      'imported',
      'not_understood',
      'not_found',
      'not_understood',
      'not_understood',
    ]);
    const ids = await importing({ orderIds: [made!.id, `${most}`, `${most - 1n}`] });
    expect(outcomes(ids).map(([, outcome]) => outcome)).toEqual([
      'already_imported',
      'not_understood',
      'not_found',
    ]);
  });

  it('takes what may be a name for one where an order is called so', async () => {
    const [plain] = await make({ name: '#3001' });
    await make({ name: 'order3002' });
    await make({ name: '#3003' });
    await make({ name: '3003-3005' });
    const { results } = await importing({ text: 'order3001 order3002 3003-3005 3001-3003 #8888' });
    expect(results.map(({ outcome, name }) => [outcome, name])).toEqual([
      ['imported', plain!.name],
      ['imported', 'order3002'],
      ['imported', '3003-3005'],
      ['not_understood', null],
      ['not_found', null],
    ]);
    expect(results[3]!.detail).toContain('Write each order by itself');
    expect(results[4]!.detail).toContain('enter it by hand, or ask your delivery company');
    expect(await countOf(client.id)).toBe(3);
  });

  it('is closed to clients without upload, to others, and reads for members', async () => {
    const [made] = await make({});
    const without = await addClient(app, owner, { allowOrderUpload: false });
    await connectStore(app, shopify, without);
    expect(await send('POST', '/imports', { orderIds: ['1'] }, without.token)).toMatchObject({
      status: 403,
      json: { code: 'order_upload_not_allowed' },
    });
    expect(await send('POST', '/imports', { all: true }, without.token)).toMatchObject({
      status: 403,
      json: { code: 'order_upload_not_allowed' },
    });

    const sibling = await addClient(app, owner);
    const stranger = await addClient(app, await signUp(app));
    const { import: started } = (await send('POST', '/imports', { all: true })).json as unknown as Answer;
    await ended(started!.id);
    for (const { token } of [sibling, stranger]) {
      for (const shop of [undefined, store.shop]) {
        expect(await send('GET', `/orders${shop ? `?shop=${shop}` : ''}`, undefined, token)).toMatchObject({
          status: 404,
          json: { code: 'shopify_not_connected' },
        });
        expect(await send('POST', '/imports', { shop, orderIds: [made!.id] }, token)).toMatchObject({
          status: 404,
        });
      }
      for (const at of [`/imports/${started!.id}`, `/imports/${started!.id}/results`])
        expect(await send('GET', at, undefined, token)).toMatchObject({
          status: 404,
          json: { code: 'not_found' },
        });
      expect(await send('POST', `/imports/${started!.id}/cancel`, undefined, token)).toMatchObject({
        status: 404,
      });
      expect((await send('GET', '/imports', undefined, token)).json.items).toEqual([]);
    }
    const email = await addMember(app, {
      organizationId: client.organizationId,
      clientId: client.id,
      role: 'member',
    });
    const member = await app.as().auth.login({ email, password });
    expect((await listing('', member.accessToken)).items).toHaveLength(1);
    expect(await send('GET', '/orders', undefined, owner.accessToken)).toMatchObject({ status: 403 });
  });

  it('refuses what names no order, too much, or twice', async () => {
    const refused = async (body: object) => (await send('POST', '/imports', body)).json.errors;
    expect(await refused({ text: ' ,; ' })).toMatchObject([{ pointer: '/text', code: 'nothing_named' }]);
    expect(await refused({ text: Array.from({ length: 1_001 }, (_, n) => `#${n}`).join() })).toMatchObject([
      { pointer: '/text', code: 'too_big' },
    ]);
    expect(await refused({ orderIds: Array.from({ length: 1_001 }, String) })).toMatchObject([
      { pointer: '/orderIds', code: 'too_big' },
    ]);
    expect(await refused({ orderIds: ['1'], all: true })).toMatchObject([
      { pointer: '/orderIds', code: 'not_together', detail: 'may not be given together with `all`' },
      { pointer: '/all', code: 'not_together', detail: 'may not be given together with `orderIds`' },
    ]);
    expect(await refused({ shop: store.shop })).toEqual([
      { pointer: '/text', code: 'required', detail: 'is required, or `orderIds` or `all`' },
    ]);
  });

  it('answers the problems of the store as such', async () => {
    await store.control.fault({ on: 'graphql', do: 'status', status: 503, retryAfter: '30', times: 10 });
    const answer = await send('GET', '/orders');
    expect(answer).toMatchObject({ status: 503, json: { code: 'shopify_unavailable' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    await store.control.clearFaults();
  });

  describe('an order that the store changes', () => {
    const takeover = () => app.nest.get(DraftTakeover, { strict: false });
    const drafts = () => app.nest.get(DraftRefresh, { strict: false });
    const storeRow = () =>
      app.nest
        .get(Database, { strict: false })
        .asSystem('a test reads the row', (em) => em.findOneOrFail(ShopifyStore, { id: store.id }));

    it('changes its draft, but for what people changed', async () => {
      const [made] = await make({ note: 'Ring once' });
      const { results } = await importing({ orderIds: [made!.id] });
      const { orderId, shopifyOrderId } = results[0]!;
      await app.as(client.token).orders.update(orderId!, { recipient: { name: 'Somebody Else' } });
      await store.control.change(made!.id, {
        note: 'Ring twice',
        address: { city: 'Hoboken', firstName: 'New', lastName: 'Name' },
      });
      const row = await storeRow();
      expect(await drafts().refresh(row, shopifyOrderId!)).toBe('updated');
      expect(await orderOf(orderId!)).toMatchObject({
        notes: 'Ring twice',
        address: { city: 'Hoboken' },
        recipient: { name: 'Somebody Else' },
      });
      expect(await drafts().refresh(row, shopifyOrderId!)).toBe('unchanged');
      const timeline = await app.as(client.token).orders.timeline(orderId!);
      expect(timeline.items.map(({ type }) => type)).toEqual([
        'order.store_changed',
        'order.updated',
        'order.updated',
        'order.created',
      ]);
      expect(timeline.items.at(-1)!.data).toEqual({ status: 'draft', source: 'shopify' });

      // Once it was erased, nothing is known to compare with.
      await app.database.query('update shopify_orders set said = null where order_id = $1', [orderId]);
      await store.control.change(made!.id, { note: 'Never mind' });
      expect(await drafts().refresh(row, shopifyOrderId!)).toBe('unchanged');
      await app.as(client.token).orders.submit({ ids: [orderId!] });
      expect(await drafts().refresh(row, shopifyOrderId!)).toBe('unchanged');
      expect(await orderOf(orderId!)).toMatchObject({ status: 'submitted', notes: 'Ring twice' });
    });

    it('is taken over by its id, for clients that may upload', async () => {
      const [made] = await make({});
      const id = made!.id.split('/').at(-1)!;
      expect(await takeover().takeById(await storeRow(), id)).toMatchObject({ outcome: 'imported' });
      expect(await takeover().takeById(await storeRow(), id)).toMatchObject({ outcome: 'already_imported' });
      expect(await takeover().takeById(await storeRow(), '1')).toBeNull();
    });
  });

  async function countOf(clientId: string): Promise<number> {
    const [row] = await app.database.query<{ n: number }>(
      `select count(*)::int as n from orders o join shopify_orders r on r.order_id = o.id where o.client_id = $1`,
      [clientId],
    );
    return row!.n;
  }

  function ended(id: string) {
    return eventually<{ status: string; ordersImported: number }>(async () => {
      const { json } = await send('GET', `/imports/${id}`);
      return json.finishedAt ? (json as never) : undefined;
    });
  }
});
