import { spawnShopifyStub, type ShopifyStub, startShopifyStub } from '../support/shopify-stub.js';
import { app } from './library.js';

const shop = 'acme.myshopify.com';

describe('the pages', () => {
  let stub: ShopifyStub;
  beforeAll(async () => {
    stub = await startShopifyStub();
  });
  afterAll(() => stub.close());

  const read = async (path: string) => (await fetch(`${stub.url}${path}`)).text();
  const submit = (path: string, fields: Record<string, string> = {}) =>
    fetch(`${stub.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

  it('open a store by its name, and list it', async () => {
    expect(await read('/')).toContain('There is none yet');
    const opened = await submit('/', { shop: 'Acme' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/${shop}`]);
    expect(await read('/')).toContain(shop);
    expect((await submit('/', { shop: 'not a name' })).status).toBe(400);
    expect((await fetch(`${stub.url}/nothing`)).status).toBe(404);
  });

  it('make orders of each kind, and act on them', async () => {
    await submit(`/${shop}/make`, { kind: 'plain', count: '2' });
    await submit(`/${shop}/make`, { kind: 'held' });
    expect((await submit(`/${shop}/make`, { kind: 'constructor' })).status).toBe(303);
    const store = stub.store(shop);
    const [first, second, held] = await store.orders();
    expect((await store.state()).orders).toBe(3);
    await submit(`/${shop}/orders/${first!.legacyId}/cancel`);
    await submit(`/${shop}/orders/${second!.legacyId}/fulfill`);
    await submit(`/${shop}/orders/${held!.legacyId}/release`);
    await submit(`/${shop}/orders/${held!.legacyId}/delete`);
    const states = (await store.orders()).map(({ cancelledAt, fulfillmentStatus }) =>
      cancelledAt ? 'CANCELLED' : fulfillmentStatus,
    );
    expect(states).toEqual(['CANCELLED', 'FULFILLED', 'UNFULFILLED']);
    const page = await read(`/${shop}`);
    for (const text of ['#1001', 'cancelled', '#1002', 'fulfilled', 'Main warehouse: open', 'Make orders'])
      expect(page).toContain(text);
  });

  it('escape what a customer wrote, need no script, and fit a phone', async () => {
    await stub.store(shop).make({ address: { firstName: '<script>alert(1)</script>' } });
    const page = await read(`/${shop}`);
    expect(page).not.toContain('<script');
    expect(page).toContain('&#60;script&#62;alert(1)');
    expect(page).toContain('name="viewport"');
  });

  it('uninstall the app', async () => {
    const store = stub.store(shop);
    await store.tokens(['read_orders']);
    expect(await read(`/${shop}`)).toContain('Waybill is installed');
    await submit(`/${shop}/uninstall`);
    expect((await store.state()).isInstalled).toBe(false);
  });
});

describe('the control', () => {
  it('refuses names that no shop has, unknown controls and broken bodies', async () => {
    const stub = await startShopifyStub();
    await expect(stub.store('acme.example.com').state()).rejects.toThrow('answered 400');
    await expect(stub.call('GET', '/nothing')).rejects.toThrow('answered 404');
    const broken = await fetch(`${stub.url}/_control/stores`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
    await stub.call('POST', '/stores', { shop, name: 'Acme Ceramics' });
    expect(await stub.call('GET', '/stores')).toMatchObject([{ shop, settings: { name: 'Acme Ceramics' } }]);
    await stub.store(shop).make();
    expect(await stub.log({ kind: 'order' })).toMatchObject([{ seq: 1, shop, what: 'made', count: 1 }]);
    await stub.clearLog();
    expect(await stub.log()).toEqual([]);
    await stub.close();
  });
});

describe('npm run shopify:stub', () => {
  it('runs by itself, with the key and secret that it is given', async () => {
    const stub = await spawnShopifyStub({ SHOPIFY_API_KEY: 'own-key' });
    expect(await stub.app({})).toMatchObject({ key: 'own-key', secret: app.secret });
    const [made] = await stub.store(shop).make();
    expect(made).toMatchObject({ name: '#1001' });
    await stub.close();
    await expect(fetch(stub.url)).rejects.toThrow('fetch failed');
  });
});
