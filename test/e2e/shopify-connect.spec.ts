import { createHmac } from 'node:crypto';
import { call } from '../support/http.js';
import { eventually } from '../support/eventually.js';
import {
  comeBack,
  connectStore,
  grant,
  newShop,
  startStoreTeam,
  type TestShopify,
} from '../support/shopify.js';
import { addClient, addMember, password, signUp, type TestClient } from '../support/tenants.js';
import { addSandbox, signInto } from '../support/sandbox.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { stubApp } from '../../src/config.js';
import { Database } from '../../src/database/database.js';
import { ShopifyDisconnection } from '../../src/modules/integrations/shopify/connecting/disconnection.js';
import { Jobs } from '../../src/jobs/jobs.js';

const portal = 'https://portal.example.org';

describe('connecting a store', () => {
  let shopify: TestShopify;
  let app: TestApp;
  let owner: Awaited<ReturnType<typeof signUp>>;
  let client: TestClient;
  beforeAll(async () => ({ shopify, app, owner } = await startStoreTeam({ CORS_ORIGINS: portal })));
  beforeEach(async () => {
    client = await addClient(app, owner);
  });
  afterAll(() => shopify.close());

  const begin = async (token: string, body: object) => {
    const begun = await call(app, 'POST', '/v1/integrations/shopify/connect', { token, body });
    expect(begun).toMatchObject({ status: 200 });
    return String(begun.json.authorizationUrl);
  };
  /** The callback that Shopify would send the browser to. */
  const callbackOf = async (shop: string, more: object = {}, token = client.token) =>
    new URL(await grant(await begin(token, { shop, ...more })));
  const signed = (url: URL): URL => {
    url.searchParams.delete('hmac');
    url.searchParams.sort();
    const text = url.searchParams.toString().replaceAll('+', '%20');
    url.searchParams.set('hmac', createHmac('sha256', stubApp.secret).update(text).digest('hex'));
    return url;
  };
  const visit = async (url: URL) => {
    const answer = await comeBack(app, url.href);
    return {
      status: answer.status,
      text: await answer.text(),
      headers: answer.headers,
      location: answer.headers.get('location'),
    };
  };
  const connection = (token = client.token, query = '') =>
    call(app, 'GET', `/v1/integrations/shopify${query}`, { token });
  const storesOf = (shop: string) =>
    app.database.query<{ client_id: string; disconnected_at: Date | null; sealed_tokens: string | null }>(
      'select client_id, disconnected_at, sealed_tokens from shopify_stores where shop = $1',
      [shop],
    );
  const signIn = async (email: string) => (await app.as().auth.login({ email, password })).accessToken;
  const eventsOf = async (id: string) =>
    app.database.query<{ type: string; audience: string; data: object; actor: { kind: string } }>(
      `select type, audience, data, actor from events where client_id = $1
          and type in ('integration.connected', 'integration.disconnected', 'shopify_store.updated') order by seq`,
      [id],
    );

  it('ends with a store that lets us in, told to its client alone', async () => {
    expect((await connection()).json).toMatchObject({
      available: true,
      connected: false,
      shop: null,
      stores: [],
    });
    expect((await connection()).headers.get('etag')).toBe('"0"');
    const { shop, control } = await connectStore(app, shopify, client);
    const { json } = await connection();
    expect(json).toMatchObject({
      connected: true,
      shop,
      status: 'connected',
      needsReconnect: false,
      missingScopes: [],
      autoFulfill: false,
      notifyCustomer: false,
      autoImport: false,
    });
    expect(await app.as(client.token).integrations.list()).toMatchObject({
      items: [{ provider: 'shopify', available: true, connected: true, stores: [shop] }],
      nextCursor: null,
    });
    expect(await eventsOf(client.id)).toEqual([
      {
        type: 'integration.connected',
        audience: 'client',
        data: { provider: 'shopify', shop },
        actor: expect.objectContaining({ kind: 'user' }) as object,
      },
    ]);
    const { subscriptions } = await control.state();
    expect(subscriptions.map(({ topic }) => topic).sort()).toEqual([
      'APP_UNINSTALLED',
      'ORDERS_CANCELLED',
      'ORDERS_CREATE',
      'ORDERS_UPDATED',
    ]);
    expect(new Set(subscriptions.map(({ uri }) => uri))).toEqual(
      new Set([`${app.url}/v1/integrations/shopify/webhooks`]),
    );
  });

  it('takes a store however its owner writes it, and nothing else', async () => {
    const spellings = [
      'Book-Nook',
      ' book-nook.myshopify.com ',
      'https://BOOK-NOOK.myshopify.com/admin',
      'http://book-nook.myshopify.com',
      'admin.shopify.com/store/book-nook',
      'https://admin.shopify.com/store/book-nook/orders?x=1',
    ];
    for (const shop of spellings)
      expect(new URL(await begin(client.token, { shop })).pathname).toBe(
        '/book-nook.myshopify.com/admin/oauth/authorize',
      );
    const others = [
      '',
      'book nook',
      'evil.example',
      'book-nook.myshopify.com.evil.example',
      'https://evil.example/book-nook.myshopify.com',
      'book-nook.myshopify.com@evil.example',
      'evil.example/store/book-nook',
      'a'.repeat(61),
      '-nook',
    ];
    for (const shop of others) {
      const refused = await call(app, 'POST', '/v1/integrations/shopify/connect', {
        token: client.token,
        body: { shop },
      });
      expect([shop, refused.status, refused.json.code]).toEqual([shop, 400, 'validation_failed']);
      expect(refused.json.errors).toMatchObject([{ pointer: '/shop' }]);
    }
  });

  it('shows a page that says what comes next, or goes back to where it began', async () => {
    const shown = await visit(await callbackOf(newShop()));
    expect(shown).toMatchObject({ status: 200, location: null });
    expect(shown.text).toContain('is connected');
    expect(shown.text).toContain('Book Nook');
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    const shop = newShop();
    const back = await visit(await callbackOf(shop, { returnUrl: `${portal}/stores?tab=2#top` }));
    expect(back).toMatchObject({
      status: 303,
      location: `${portal}/stores?tab=2&shopify=connected&shop=${shop}#top`,
    });
  });

  it('goes back to allowed origins only', async () => {
    const refused = [
      'https://evil.example/',
      'https://portal.example.org.evil.example/',
      'http://portal.example.org/',
      'https://user:secret@portal.example.org/',
      'javascript:alert(1)',
      '/docs',
    ];
    for (const returnUrl of refused) {
      const answer = await call(app, 'POST', '/v1/integrations/shopify/connect', {
        token: client.token,
        body: { shop: 'book-nook', returnUrl },
      });
      expect([returnUrl, answer.status]).toEqual([returnUrl, 400]);
      expect(answer.json.errors).toMatchObject([{ pointer: '/returnUrl' }]);
    }
    await begin(client.token, { shop: 'book-nook', returnUrl: `${app.url}/docs` });
  });

  describe('by a callback that is not as Shopify sends it', () => {
    it('does nothing without a valid signature', async () => {
      const shop = newShop();
      const good = await callbackOf(shop);
      const changes: [string, string][] = [
        ['code', 'another'],
        ['shop', 'another.myshopify.com'],
        ['timestamp', '1'],
        ['hmac', '0'.repeat(64)],
        ['hmac', ''],
        ['extra', '1'],
      ];
      for (const [name, value] of changes) {
        const forged = new URL(good);
        forged.searchParams.set(name, value);
        expect(await visit(forged)).toMatchObject({
          status: 200,
          location: null,
          text: expect.stringContaining('cannot be used') as string,
        });
      }
      const twice = new URL(good);
      twice.searchParams.append('shop', 'another.myshopify.com');
      expect((await visit(twice)).text).toContain('cannot be used');
      expect(await storesOf(shop)).toEqual([]);
      expect((await visit(good)).text).toContain('is connected');
    });

    it('does nothing with a signature that is old', async () => {
      const shop = newShop();
      const old = await callbackOf(shop);
      old.searchParams.set('timestamp', String(Math.floor(Date.now() / 1_000) - 120));
      expect((await visit(signed(old))).text).toContain('opened too late');
      expect(await storesOf(shop)).toEqual([]);
    });

    it('does nothing with a state that nobody was given', async () => {
      const shop = newShop();
      const unknown = await callbackOf(shop);
      unknown.searchParams.set('state', 'x'.repeat(43));
      expect((await visit(signed(unknown))).text).toContain('Nobody here began');
      unknown.searchParams.delete('state');
      expect((await visit(signed(unknown))).text).toContain('Nobody here began');
      expect(await storesOf(shop)).toEqual([]);
    });

    it('does nothing with the state of another store', async () => {
      const [asked, other] = [newShop(), newShop()];
      const [forAsked, forOther] = [
        await callbackOf(asked, { returnUrl: `${portal}/` }),
        await callbackOf(other),
      ];
      forOther.searchParams.set('state', forAsked.searchParams.get('state')!);
      expect((await visit(signed(forOther))).location).toBe(
        `${portal}/?shopify=failed&reason=shop_mismatch&shop=${asked}`,
      );
      expect(await storesOf(other)).toEqual([]);
      expect(await storesOf(asked)).toEqual([]);
    });

    it('does nothing after 15 minutes', async () => {
      const shop = newShop();
      const late = await callbackOf(shop, { returnUrl: `${portal}/` });
      await app.database.query(`update shopify_connect_states set expires_at = now() where shop = $1`, [
        shop,
      ]);
      expect((await visit(late)).location).toContain('reason=expired');
      expect(await storesOf(shop)).toEqual([]);
    });

    it('tells a second visit what came of the first', async () => {
      const shop = newShop();
      const url = await callbackOf(shop, { returnUrl: `${portal}/` });
      const both = await Promise.all([visit(url), visit(url)]);
      const locations = both.map(({ location }) => location);
      expect(locations).toContain(`${portal}/?shopify=connected&shop=${shop}`);
      expect((await visit(url)).location).toBe(`${portal}/?shopify=connected&shop=${shop}`);
      expect(await storesOf(shop)).toHaveLength(1);
      expect(await eventsOf(client.id)).toHaveLength(1);
      const codes = (await shopify.control.store(shop).log('token')).filter(
        ({ grantType }) => grantType === 'authorization_code',
      );
      expect(codes).toHaveLength(1);
    });

    it('tells that the owner said no', async () => {
      const shop = newShop();
      const url = await callbackOf(shop, { returnUrl: `${portal}/` });
      const denied = new URL(url);
      denied.search = '';
      denied.searchParams.set('error', 'access_denied');
      denied.searchParams.set('state', url.searchParams.get('state')!);
      expect((await visit(denied)).location).toBe(`${portal}/?shopify=failed&reason=denied&shop=${shop}`);
      expect((await visit(url)).location).toContain('reason=denied');
      expect(await storesOf(shop)).toEqual([]);
    });

    it('says what to do when the code is no good, and when Shopify does not answer', async () => {
      const shop = newShop();
      const url = await callbackOf(shop, { returnUrl: `${portal}/` });
      url.searchParams.set('code', 'no-such-code');
      expect((await visit(signed(url))).location).toContain('reason=code_refused');
      const away = await callbackOf(shop, { returnUrl: `${portal}/` });
      await shopify.control.store(shop).fault({ on: 'token', do: 'status', status: 503 });
      expect((await visit(away)).location).toContain('reason=shopify_unavailable');
      expect(await storesOf(shop)).toEqual([]);
    });
  });

  describe('by whom', () => {
    const addPerson = async (role: string) =>
      addMember(app, { organizationId: client.organizationId, clientId: client.id, role });

    it('is for owners and admins; members see', async () => {
      const [admin, member] = [
        await signIn(await addPerson('admin')),
        await signIn(await addPerson('member')),
      ];
      const { shop } = await connectStore(app, shopify, { token: admin });
      expect((await connection(member)).json).toMatchObject({ connected: true, shop });
      for (const [method, path, body] of [
        ['POST', '/connect', { shop: 'book-nook' }],
        ['PATCH', '', { autoFulfill: true }],
        ['DELETE', '', undefined],
      ] as const) {
        const answer = await call(app, method, `/v1/integrations/shopify${path}`, { token: member, body });
        expect([method, answer.status]).toEqual([method, 403]);
      }
      const dispatcher = await call(app, 'GET', '/v1/integrations', { token: owner.accessToken });
      expect(dispatcher.status).toBe(403);
    });

    it.each([
      ['was removed', 'delete from memberships where user_id = (select id from users where email = $1)'],
      [
        'is a member now',
        `update memberships set role = 'member' where user_id = (select id from users where email = $1)`,
      ],
      [
        'is of an archived client',
        `update clients set status = 'archived' where id = (select m.client_id from memberships m join users u on u.id = m.user_id where u.email = $1)`,
      ],
    ])('is not for whoever %s meanwhile', async (_, sql) => {
      const email = await addPerson('admin');
      const shop = newShop();
      const url = await callbackOf(shop, { returnUrl: `${portal}/` }, await signIn(email));
      await app.database.query(sql, [email]);
      expect((await visit(url)).location).toContain('reason=not_allowed');
      expect(await storesOf(shop)).toEqual([]);
      expect(await shopify.control.store(shop).log('token')).toEqual([]);
    });
  });

  describe('that is connected already', () => {
    it('is refused to another client, who is told, and keeps its own', async () => {
      const { shop } = await connectStore(app, shopify, client);
      const other = await addClient(app, await signUp(app));
      const url = await callbackOf(shop, { returnUrl: `${portal}/` }, other.token);
      expect((await visit(url)).location).toBe(`${portal}/?shopify=failed&reason=store_taken&shop=${shop}`);
      expect(await storesOf(shop)).toMatchObject([{ client_id: client.id, disconnected_at: null }]);
      expect((await connection(other.token)).json).toMatchObject({ connected: false, stores: [] });
      for (const [method, query, body] of [
        ['GET', `?shop=${shop}`],
        ['PATCH', '', { shop, autoFulfill: true }],
        ['DELETE', `?shop=${shop}`],
      ] as const) {
        const answer = await call(app, method, `/v1/integrations/shopify${query}`, {
          token: other.token,
          body,
        });
        expect([method, answer.status, answer.json.code]).toEqual([method, 404, 'shopify_not_connected']);
      }
    });

    it('goes to one of two clients who connect it at once', async () => {
      const shop = newShop();
      const other = await addClient(app, owner);
      const urls = [
        await callbackOf(shop, { returnUrl: `${portal}/` }),
        await callbackOf(shop, { returnUrl: `${portal}/` }, other.token),
      ];
      const locations = (await Promise.all(urls.map(visit))).map(({ location }) => location);
      expect(locations.filter((location) => location?.includes('shopify=connected'))).toHaveLength(1);
      expect(locations.filter((location) => location?.includes('reason=store_taken'))).toHaveLength(1);
      expect((await storesOf(shop)).filter(({ disconnected_at }) => disconnected_at === null)).toHaveLength(
        1,
      );
    });

    it('is connected once by a client who does so in two tabs at once', async () => {
      const shop = newShop();
      const begin = () => callbackOf(shop, { returnUrl: `${portal}/` });
      const urls = [await begin(), await begin()];
      const locations = (await Promise.all(urls.map(visit))).map(({ location }) => location);
      expect(locations).toEqual(locations.map(() => `${portal}/?shopify=connected&shop=${shop}`));
      expect(await storesOf(shop)).toHaveLength(1);
    });

    it('keeps its settings when the same client connects it anew', async () => {
      const { shop, id } = await connectStore(app, shopify, client);
      await app.as(client.token).integrations.updateShopify({ autoFulfill: true, notifyCustomer: true });
      const again = await connectStore(app, shopify, client, { shop });
      expect(again.id).toBe(id);
      expect((await connection()).json).toMatchObject({
        autoFulfill: true,
        notifyCustomer: true,
        autoImport: false,
      });
      await app.as(client.token).integrations.disconnectShopify();
      const anew = await connectStore(app, shopify, client, { shop });
      expect(anew.id).toBe(id);
      expect((await connection()).json).toMatchObject({ autoFulfill: true, connected: true });
    });

    it('is named where there are several', async () => {
      const [one, two] = [await connectStore(app, shopify, client), await connectStore(app, shopify, client)];
      expect((await connection()).json).toMatchObject({
        shop: one.shop,
        stores: [{ shop: one.shop }, { shop: two.shop }],
      });
      const named = `?shop=${two.shop.replace('.myshopify.com', '').toUpperCase()}`;
      expect((await connection(client.token, named)).json).toMatchObject({ shop: two.shop });
      const patch = (shop?: string) =>
        call(app, 'PATCH', '/v1/integrations/shopify', {
          token: client.token,
          body: { shop, autoImport: true },
        });
      const unnamed = await patch();
      expect(unnamed.json).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/shop' }] });
      expect(String(unnamed.json.detail)).toContain(one.shop);
      expect((await patch(two.shop)).json).toMatchObject({ shop: two.shop, autoImport: true });
      expect((await patch('no shop')).json).toMatchObject({ code: 'validation_failed' });
      expect((await patch(newShop())).json).toMatchObject({ code: 'shopify_not_connected' });
      expect((await connection(client.token, `?shop=${one.shop}`)).json).toMatchObject({ autoImport: false });
    });
  });

  it('keeps its ETag while it is looked after', async () => {
    const { shop } = await connectStore(app, shopify, client);
    await eventually(async () => {
      const sql = 'select 1 from shopify_stores where shop = $1 and heard_until >= subscribed_at';
      return (await app.database.query(sql, [shop]))[0];
    });
    expect((await connection()).headers.get('etag')).toBe('"1"');
  });

  it('has settings of which each change is recorded, and none is overwritten unseen', async () => {
    const { shop } = await connectStore(app, shopify, client);
    const patch = (body: object, headers: Record<string, string> = {}) =>
      call(app, 'PATCH', '/v1/integrations/shopify', { token: client.token, body, headers });
    const before = (await connection()).headers.get('etag')!;
    const changed = await patch({ autoFulfill: true }, { 'if-match': before });
    expect(changed.json).toMatchObject({ autoFulfill: true, notifyCustomer: false });
    expect(changed.headers.get('etag')).not.toBe(before);
    expect((await patch({ autoFulfill: false }, { 'if-match': before })).status).toBe(412);
    expect((await patch({ autoFulfill: true })).headers.get('etag')).toBe(changed.headers.get('etag'));
    for (const body of [{ connected: true }, { scopes: [] }, { autoFulfill: 'yes' }, { autoFulfill: null }])
      expect((await patch(body)).status).toBe(400);
    const may = (allowOrderUpload: boolean) =>
      app.as(owner.accessToken).clients.update(client.id, { allowOrderUpload });
    await may(false);
    expect((await patch({ autoImport: true })).json).toMatchObject({ code: 'order_upload_not_allowed' });
    await may(true);
    expect((await eventsOf(client.id)).slice(1)).toMatchObject([
      { type: 'shopify_store.updated', data: { shop, changed: ['autoFulfill'] } },
    ]);
    const stale = await call(app, 'DELETE', '/v1/integrations/shopify', {
      token: client.token,
      headers: { 'if-match': before },
    });
    expect(stale.status).toBe(412);
  });

  it('says what was not granted', async () => {
    const shop = newShop();
    await shopify.control
      .store(shop)
      .set({ grantedScopes: ['read_orders', 'write_merchant_managed_fulfillment_orders'] });
    await connectStore(app, shopify, client, { shop });
    expect((await connection()).json).toMatchObject({
      scopes: ['read_orders', 'write_merchant_managed_fulfillment_orders'],
      missingScopes: ['write_fulfillments'],
    });
  });

  describe('and disconnecting it', () => {
    const disconnect = () => call(app, 'DELETE', '/v1/integrations/shopify', { token: client.token });
    const gone = (shop: string) =>
      eventually(async () => {
        const mine = (await storesOf(shop)).filter(({ client_id }) => client_id === client.id);
        return mine.every(({ sealed_tokens }) => sealed_tokens === null) || undefined;
      });

    it('removes the app from the store and forgets its tokens', async () => {
      const { shop, control } = await connectStore(app, shopify, client);
      expect((await disconnect()).status).toBe(204);
      expect((await connection()).json).toMatchObject({ connected: false, stores: [] });
      await gone(shop);
      expect(await control.state()).toMatchObject({ isInstalled: false, subscriptions: [] });
      expect((await eventsOf(client.id)).at(-1)).toMatchObject({
        type: 'integration.disconnected',
        audience: 'client',
        data: { provider: 'shopify', shop },
      });
      expect((await disconnect()).status).toBe(404);
      const other = await addClient(app, owner);
      await connectStore(app, shopify, other, { shop });
    });

    it('goes on when Shopify does not answer', async () => {
      const { shop, control } = await connectStore(app, shopify, client);
      await control.fault({ on: 'revoke', do: 'status', status: 503 });
      await control.expireTokens();
      expect((await disconnect()).status).toBe(204);
      expect((await connection()).json).toMatchObject({ connected: false });
      await gone(shop);
      expect((await control.state()).isInstalled).toBe(false);
    });

    it('leaves the app in a store that was connected anew meanwhile', async () => {
      const { shop, control } = await connectStore(app, shopify, client);
      await control.fault({ on: 'revoke', do: 'status', status: 503, times: 2 });
      await disconnect();
      const other = await addClient(app, owner);
      await connectStore(app, shopify, other, { shop });
      await gone(shop);
      expect((await connection(other.token)).json).toMatchObject({ connected: true, needsReconnect: false });
      expect((await control.state()).isInstalled).toBe(true);
    });
  });

  it('ends when the store removes the app, but not by news from before it was connected', async () => {
    const { shop } = await connectStore(app, shopify, client);
    const uninstalled = (at: Date) =>
      app.nest
        .get(Database, { strict: false })
        .asSystem('as a webhook says', (em) =>
          app.nest.get(ShopifyDisconnection, { strict: false }).uninstalled(em, shop, at),
        );
    expect(await uninstalled(new Date(Date.now() - 60_000))).toBe(false);
    expect((await connection()).json).toMatchObject({ connected: true });
    expect(await uninstalled(new Date())).toBe(true);
    expect((await connection()).json).toMatchObject({ connected: false });
    expect(await storesOf(shop)).toMatchObject([{ sealed_tokens: null }]);
    expect((await eventsOf(client.id)).at(-1)).toMatchObject({
      type: 'integration.disconnected',
      data: { shop, reason: 'The app was removed from the store.' },
    });
    expect(await uninstalled(new Date())).toBe(false);
  });

  it('has its subscriptions repaired by the daily round', async () => {
    const { id, shop, control } = await connectStore(app, shopify, client);
    const stubbed = shopify.stub.world.store(shop)!;
    const [create, update, cancelled] = [...stubbed.subscriptions.values()];
    stubbed.subscriptions.delete(create!.id);
    update!.uri = 'https://elsewhere.example/hook';
    stubbed.subscriptions.set(900_001, { ...cancelled!, id: 900_001, uri: 'https://elsewhere.example/hook' });
    stubbed.subscriptions.set(900_002, { ...cancelled!, id: 900_002, topic: 'SHOP_UPDATE' });
    await app.database.query('update shopify_stores set subscribed_at = null where id = $1', [id]);
    await app.nest
      .get(Database, { strict: false })
      .asSystem('the round of a day', (em) =>
        app.nest.get(Jobs, { strict: false }).enqueue(em, 'shopify.watch', {}),
      );
    await eventually(
      async () =>
        (
          await app.database.query('select from shopify_stores where id = $1 and subscribed_at is not null', [
            id,
          ])
        ).length > 0 || undefined,
      60,
    );
    const { subscriptions } = await control.state();
    expect(subscriptions.map(({ topic, uri }) => `${topic} ${new URL(uri).pathname}`).sort()).toEqual(
      ['APP_UNINSTALLED', 'ORDERS_CANCELLED', 'ORDERS_CREATE', 'ORDERS_UPDATED'].map(
        (topic) => `${topic} /v1/integrations/shopify/webhooks`,
      ),
    );
    const next = `select from jobs where name = 'shopify.watch' and state = 'waiting'`;
    expect(await app.database.query(next)).toHaveLength(1);
  });
});

describe('a server by which no store can be connected', () => {
  const begin = (app: TestApp, token: string) =>
    call(app, 'POST', '/v1/integrations/shopify/connect', { token, body: { shop: 'book-nook' } });

  it('says so where no app is configured', async () => {
    const app = await startTestApp();
    try {
      const { token } = await addClient(app, await signUp(app));
      expect((await begin(app, token)).json).toMatchObject({ status: 409, code: 'shopify_not_configured' });
      const { json } = await call(app, 'GET', '/v1/integrations/shopify', { token });
      expect(json).toMatchObject({ available: false, connected: false });
      const callback = await comeBack(app, `${app.url}/v1/integrations/shopify/callback?state=x&hmac=y`);
      expect(await callback.text()).toContain('cannot be used');
    } finally {
      await app.close();
    }
  });

  it('lets nothing of a sandbox out to Shopify, but to a stub', async () => {
    const app = await startTestApp({ env: { SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret' } });
    try {
      const real = await addClient(app, await signUp(app));
      const url = new URL(String((await begin(app, real.token)).json.authorizationUrl));
      expect(url.origin + url.pathname).toBe('https://book-nook.myshopify.com/admin/oauth/authorize');
      expect(Object.fromEntries(url.searchParams)).toMatchObject({
        client_id: 'key',
        redirect_uri: 'http://localhost:3000/v1/integrations/shopify/callback',
      });
      const sandbox = await addSandbox(app);
      const tried = await addClient(app, await signInto(app, sandbox));
      expect((await begin(app, tried.token)).json).toMatchObject({
        status: 409,
        code: 'shopify_not_configured',
      });
      const { json } = await call(app, 'GET', '/v1/integrations', { token: tried.token });
      expect(json).toMatchObject({ items: [{ available: false }] });
    } finally {
      await app.close();
    }
  });
});
