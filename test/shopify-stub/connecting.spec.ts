import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Shopify } from '@shopify/shopify-api';
import { redirectQuery } from '../../tools/shopify-stub/oauth/redirect-query.ts';
import { type ShopifyStub, startShopifyStub } from '../support/shopify-stub.js';
import { app, shopifyLibrary } from './library.js';

const shop = 'acme.myshopify.com';
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };

let stub: ShopifyStub;
let library: Shopify;
let server: Server;
let appUrl: string;

/** An app that does nothing but connect, by Shopify's library alone. */
beforeAll(async () => {
  stub = await startShopifyStub();
  server = createServer((rawRequest, rawResponse) => {
    const isCallback = rawRequest.url!.startsWith('/callback');
    const parts = { rawRequest, rawResponse };
    const work = isCallback
      ? library.auth.callback({ ...parts, expiring: true }).then(({ session }) => {
          rawResponse.writeHead(200).end(JSON.stringify(session));
        })
      : library.auth.begin({ ...parts, shop, callbackPath: '/callback', isOnline: false });
    work.catch((error: Error) => rawResponse.writeHead(400).end(error.constructor.name));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  appUrl = `http://${host}`;
  library = shopifyLibrary(stub.url, host);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await stub.close();
});

/** Where the library sends the browser, with the cookie that it sets. */
async function begin(): Promise<{ url: URL; cookie: string }> {
  const begun = await fetch(`${appUrl}/begin`, { redirect: 'manual', headers: browser });
  const { host, pathname, search } = new URL(begun.headers.get('location')!);
  const cookie = begun.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { url: new URL(`${stub.url}/${host}${pathname}${search}`), cookie };
}

async function comeBack(location: string, cookie: string): Promise<Response> {
  return fetch(location, { headers: { ...browser, cookie } });
}

describe('connecting an app', () => {
  it('asks on a page, and sends back what Shopify’s own library takes for a grant', async () => {
    const { url, cookie } = await begin();
    const page = await (await fetch(url)).text();
    expect(page).toContain(`Install Waybill on ${shop}?`);
    expect(page).toContain('write_merchant_managed_fulfillment_orders');
    const form = new URLSearchParams(url.searchParams);
    form.set('answer', 'install');
    const installed = await fetch(new URL('authorize', url), {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    const location = installed.headers.get('location')!;
    expect(new URL(location).searchParams.get('shop')).toBe(shop);
    const session = (await (await comeBack(location, cookie)).json()) as Record<string, unknown>;
    expect(session).toMatchObject({ shop, scope: 'read_orders,write_merchant_managed_fulfillment_orders' });
    expect(session.accessToken).toMatch(/^shpat_/);
    expect(session.refreshToken).toMatch(/^shprt_/);
    const lasts = Date.parse(session.expires as string) - Date.now();
    expect(lasts).toBeGreaterThan(3_590_000);
    expect(lasts).toBeLessThanOrEqual(3_600_000);
    expect(await stub.store(shop).log('authorize')).toMatchObject([{ answer: 'installed' }]);
  });

  it('grants at once what it granted before, and a code only once', async () => {
    const { url, cookie } = await begin();
    const granted = await fetch(url, { redirect: 'manual' });
    expect(granted.status).toBe(302);
    const location = granted.headers.get('location')!;
    expect((await comeBack(location, cookie)).status).toBe(200);
    expect(await (await comeBack(location, cookie)).text()).toBe('HttpResponseError');
  });

  it('is refused by the library when a value of the query was changed', async () => {
    const { url, cookie } = await begin();
    const location = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location')!);
    location.searchParams.set('shop', 'another.myshopify.com');
    expect(await (await comeBack(location.toString(), cookie)).text()).toBe('InvalidOAuthError');
  });

  it('signs so that the library agrees, whatever characters the state has', async () => {
    const state = "a+b c/ü&='*~()!";
    const query = redirectQuery(app.secret, { code: 'c0de', shop, state });
    await expect(library.utils.validateHmac(query)).resolves.toBe(true);
    await expect(library.utils.validateHmac(Object.fromEntries(query))).resolves.toBe(true);
    const forged = redirectQuery('another secret', { code: 'c0de', shop, state });
    await expect(library.utils.validateHmac(forged)).resolves.toBe(false);
    const late = redirectQuery(app.secret, {
      code: 'c0de',
      shop,
      state,
      timestamp: Date.now() / 1000 - 3600,
    });
    await expect(library.utils.validateHmac(late)).rejects.toThrow('timestamp');
    expect(library.utils.sanitizeHost(query.get('host')!)).toBe(query.get('host'));
  });

  it('installs without asking where that is switched on, and never after Cancel', async () => {
    const store = stub.store('second.myshopify.com');
    const { url } = await begin();
    const own = new URL(url.toString().replace(shop, store.shop));
    const form = new URLSearchParams(own.searchParams);
    form.set('answer', 'cancel');
    const cancelled = await fetch(new URL('authorize', own), {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    expect(cancelled.status).toBe(200);
    expect(await cancelled.text()).toContain('was not installed');
    expect((await store.state()).isInstalled).toBe(false);
    expect((await fetch(own, { redirect: 'manual' })).status).toBe(200);
    await store.set({ autoGrant: true });
    expect((await fetch(own, { redirect: 'manual' })).status).toBe(302);
    expect((await fetch(`${own.toString()}&auto=1`, { redirect: 'manual' })).status).toBe(302);
  });

  it.each([
    ['client_id', 'someone-else', 'Could not find Shopify API application'],
    ['redirect_uri', '/callback', 'not an absolute URL'],
    ['redirect_uri', 'javascript:alert(1)', 'not an absolute URL'],
    ['scope', 'read_orders,everything', 'everything is not a valid access scope'],
  ])('refuses an authorization whose %s is %s', async (name, value, message) => {
    const { url } = await begin();
    url.searchParams.set(name, value);
    const refused = await fetch(url, { redirect: 'manual' });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(message);
  });

  it('sends back only to the addresses of the app, where those were named', async () => {
    await stub.app({ redirectUris: ['http://elsewhere.test/callback'] });
    const { url } = await begin();
    expect(await (await fetch(url, { redirect: 'manual' })).text()).toContain('not whitelisted');
    await stub.app({ redirectUris: null });
  });

  it('ends the grant, the subscriptions and the tokens when the app revokes them', async () => {
    const store = stub.store('leaving.myshopify.com');
    const { accessToken } = await store.tokens(['read_orders']);
    const revoke = () =>
      fetch(`${stub.url}/${store.shop}/admin/api_permissions/current.json`, {
        method: 'DELETE',
        headers: { 'x-shopify-access-token': accessToken },
      });
    expect((await revoke()).status).toBe(200);
    expect(await store.state()).toMatchObject({ isInstalled: false, subscriptions: [] });
    expect((await revoke()).status).toBe(401);
    expect(await store.log('revoke')).toMatchObject([{ status: 200 }, { status: 401 }]);
  });
});
