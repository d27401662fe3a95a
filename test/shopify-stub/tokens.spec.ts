import { Grants } from '../../tools/shopify-stub/store/grants.ts';
import { type ShopifyStub, type StoreControl, startShopifyStub } from '../support/shopify-stub.js';
import { allScopes, asker } from './asking.js';
import { app, shopifyLibrary } from './library.js';

const lifetimes = { accessTokenSeconds: 3600, refreshTokenSeconds: 7_776_000 };
const day = 86_400_000;

describe('the rules of refresh tokens', () => {
  let now = 0;
  const grants = () => new Grants(() => now);
  beforeEach(() => (now = Date.parse('2026-11-01T00:00:00Z')));

  it('lets an old one be used again until its replacement is used for a refresh', () => {
    const granted = grants();
    const first = granted.issue(['read_orders'], true, lifetimes);
    const lost = granted.refresh(first.refreshToken!, lifetimes)!;
    const second = granted.refresh(first.refreshToken!, lifetimes)!;
    expect(second.refreshToken).not.toBe(lost.refreshToken);
    const third = granted.refresh(second.refreshToken!, lifetimes);
    expect(third?.accessToken).toMatch(/^shpat_/);
    expect(granted.refresh(first.refreshToken!, lifetimes)).toBeUndefined();
  });

  it('ends an old one with the first use of the new access token, where that is asked for', () => {
    const granted = grants();
    const first = granted.issue(['read_orders'], true, lifetimes);
    const second = granted.refresh(first.refreshToken!, lifetimes)!;
    granted.use(second.accessToken, 'refresh');
    expect(granted.refresh(first.refreshToken!, lifetimes)?.scopes).toEqual(['read_orders']);
    granted.use(second.accessToken, 'use');
    expect(granted.refresh(first.refreshToken!, lifetimes)).toBeUndefined();
  });

  it('gives 60 minutes to an access token, 90 days to a refresh token and 30 to its use again', () => {
    const granted = grants();
    const first = granted.issue(['read_orders'], true, lifetimes);
    now += 3_600_000;
    expect(granted.use(first.accessToken, 'refresh')).toBe(first);
    now += 1;
    expect(granted.use(first.accessToken, 'refresh')).toBeUndefined();
    granted.refresh(first.refreshToken!, lifetimes);
    now += 30 * day;
    expect(granted.refresh(first.refreshToken!, lifetimes)?.scopes).toEqual(['read_orders']);
    now += 1;
    expect(granted.refresh(first.refreshToken!, lifetimes)).toBeUndefined();
    const other = granted.issue(['read_orders'], true, lifetimes);
    now += 90 * day + 1;
    expect(granted.refresh(other.refreshToken!, lifetimes)).toBeUndefined();
  });

  it('gives a code one minute', () => {
    const granted = grants();
    const code = granted.issueCode(['read_orders'], 'http://app.test');
    now += 60_001;
    expect(granted.exchange(code, true, lifetimes)).toBeUndefined();
  });
});

describe('the token endpoint', () => {
  let stub: ShopifyStub;
  let store: StoreControl;
  let count = 0;
  beforeAll(async () => {
    stub = await startShopifyStub();
    shopifyLibrary(stub.url);
  });
  beforeEach(() => (store = stub.store(`tokens-${++count}.myshopify.com`)));
  afterAll(() => stub.close());

  const refresh = (refreshToken: string, secret = app.secret) =>
    fetch(`${stub.url}/${store.shop}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        client_id: app.key,
        client_secret: secret,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      }),
    });

  it('rotates by Shopify’s library, and the log tells which token came from which', async () => {
    const { refreshToken } = await store.tokens(allScopes);
    const library = shopifyLibrary(stub.url);
    const { session } = await library.auth.refreshToken({ shop: store.shop, refreshToken: refreshToken! });
    expect(session.refreshToken).toMatch(/^shprt_/);
    expect(session.refreshToken).not.toBe(refreshToken);
    expect(await store.log('token')).toMatchObject([
      {
        grantType: 'refresh_token',
        accessToken: session.accessToken,
        before: refreshToken,
        scopes: allScopes,
      },
    ]);
  });

  it('does the work of an answer that is lost, so that the old token must serve again', async () => {
    const { refreshToken } = await store.tokens(allScopes);
    await store.fault({ on: 'token', do: 'cutAfter' });
    await expect(refresh(refreshToken!)).rejects.toThrow('fetch failed');
    expect((await refresh(refreshToken!)).status).toBe(200);
    const issued = await store.log('token');
    expect(issued.map(({ before }) => before)).toEqual([refreshToken, refreshToken]);
  });

  it('refuses as Shopify does: an ended token, a wrong secret, and on demand', async () => {
    const { refreshToken } = await store.tokens(allScopes);
    await store.fault({ on: 'token', do: 'refuse' });
    const inactive = {
      error: 'invalid_request',
      error_description: 'This request requires an active refresh_token',
    };
    const refused = await refresh(refreshToken!);
    expect([refused.status, await refused.json()]).toEqual([401, inactive]);
    expect((await refresh(refreshToken!, 'wrong')).status).toBe(400);
    await store.expireTokens(true);
    expect((await refresh(refreshToken!)).status).toBe(401);
  });

  it('shortens how long tokens last, leaves fields out, and gives lasting tokens to who asks for such', async () => {
    await store.set({ accessTokenSeconds: 60, omitFromTokenAnswer: ['refresh_token_expires_in'] });
    const { refreshToken } = await store.tokens(allScopes);
    const answer = (await (await refresh(refreshToken!)).json()) as Record<string, string>;
    expect(Object.keys(answer)).toEqual(['access_token', 'scope', 'expires_in', 'refresh_token']);
    const askWith = (token: string | undefined) => asker(stub.url, store.shop, token!)('{ shop { name } }');
    expect((await askWith(answer.access_token)).status).toBe(200);
    await store.set({ accessTokenSeconds: 1 });
    const brief = (await (await refresh(answer.refresh_token!)).json()) as Record<string, string>;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const late = await askWith(brief.access_token);
    expect(late.status).toBe(401);
    expect(late.errors).toBe('[API] Invalid API key or access token (unrecognized login or wrong password)');
    const lasting = await store.tokens(allScopes, false);
    expect(lasting.refreshToken).toBeNull();
  });

  it('fails by status, and answers late', async () => {
    const { refreshToken } = await store.tokens(allScopes);
    await store.fault({ on: 'token', do: 'status', status: 429, retryAfter: '2.0' });
    const busy = await refresh(refreshToken!);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '2.0']);
    await store.fault({ on: 'token', do: 'slow', ms: 300 });
    const begun = performance.now();
    expect((await refresh(refreshToken!)).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThan(290);
  });
});
