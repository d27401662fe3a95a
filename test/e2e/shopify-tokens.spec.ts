import { randomBytes } from 'node:crypto';
import {
  ShopifyAccessLost,
  ShopifyRefused,
  ShopifyUnavailable,
} from '../../src/modules/integrations/shopify/api/shopify-errors.js';
import { ShopifyAdmin } from '../../src/modules/integrations/shopify/api/shopify-admin.js';
import { TokenSeals, type StoreTokens } from '../../src/modules/integrations/shopify/api/store-tokens.js';
import { loadConfig } from '../../src/config.js';
import { call } from '../support/http.js';
import { eventually } from '../support/eventually.js';
import { ServerProcess } from '../support/server-process.js';
import { connectStore, startShopify, type ConnectedStore, type TestShopify } from '../support/shopify.js';
import { addClient, signUp, type TestClient } from '../support/tenants.js';
import type { TestApp } from '../support/test-app.js';
import { settingsFor } from '../support/test-database.js';

const name = 'query ShopName { shop { name } }';
const subscribe = `mutation Subscribe($uri: String!) {
  webhookSubscriptionCreate(topic: SHOP_UPDATE, webhookSubscription: { uri: $uri }) { userErrors { message } }
}`;

describe('the tokens of a store', () => {
  let shopify: TestShopify;
  let app: TestApp;
  /** Another process of the same server. */
  let second: TestApp;
  let client: TestClient;
  let store: ConnectedStore;
  beforeAll(async () => {
    shopify = await startShopify();
    // Neither runs jobs, so that each call is one that a test makes.
    app = await shopify.startApp({ env: { RUN_JOBS: 'worker' } });
    second = await shopify.startApp({ database: app.database, env: { RUN_JOBS: 'worker' } });
  });
  beforeEach(async () => {
    client = await addClient(app, await signUp(app));
    store = await connectStore(app, shopify, client, { waits: false });
  });
  afterAll(() => shopify.close());

  const adminOf = (server: TestApp) => server.nest.get(ShopifyAdmin, { strict: false });
  const ask = (document = name, variables = {}, server = app) =>
    adminOf(server).query<{ shop: { name: string } }>(store.id, document, variables);
  const seals = () => app.nest.get(TokenSeals, { strict: false });
  const sealed = async () => {
    const [row] = await app.database.query<{ sealed_tokens: string }>(
      'select sealed_tokens from shopify_stores where id = $1',
      [store.id],
    );
    return row!.sealed_tokens;
  };
  const tokens = async () => seals().open(await sealed(), store.id);
  const setTokens = async (change: Partial<StoreTokens>) => {
    const changed = seals().seal({ ...(await tokens()), ...change }, store.id);
    await app.database.query('update shopify_stores set sealed_tokens = $2 where id = $1', [
      store.id,
      changed,
    ]);
  };
  /** As if the hour were over, here and in the store. */
  const ageAnHour = async () => {
    await store.control.expireTokens();
    await setTokens({ accessEndsAt: new Date(Date.now() - 1_000).toISOString() });
  };
  const refreshes = async () =>
    (await store.control.log('token')).filter(({ grantType }) => grantType === 'refresh_token');
  const asked = async (operation: string) =>
    (await store.control.log('graphql')).filter((entry) => entry.operation === operation);
  const isThrottled = ({ errors }: { [detail: string]: unknown }) =>
    JSON.stringify(errors ?? []).includes('Throttled');
  const connection = async () =>
    (await call(app, 'GET', '/v1/integrations/shopify', { token: client.token })).json;
  const tend = async () => {
    const insert = `insert into jobs (id, name, queue, payload, state, tenant, attempts, run_at, request_id, created_at)
      values (gen_random_uuid(), 'shopify.tend', 'shopify', jsonb_build_object('storeId', $1::text), 'waiting', $1::uuid, 0, now(), '', now())`;
    await app.database.query(insert, [store.id]);
  };
  /** A process of its own, which runs the jobs. */
  const startWorker = (env: Record<string, string> = {}) =>
    ServerProcess.start({
      NODE_ENV: 'test',
      ...settingsFor(app.database),
      DATA_DIR: `${app.dataDir}/worker-${randomBytes(3).toString('hex')}`,
      JWT_SECRET: 'test-secret-test-secret-test-secret',
      RUN_JOBS: 'inline',
      ...shopify.env,
      ...env,
    });
  const losses = () =>
    app.database.query<{ reason: string }>(
      `select data->>'reason' as reason from events where client_id = $1 and type = 'integration.disconnected'`,
      [client.id],
    );

  it('are renewed once, however many need them', async () => {
    await ageAnHour();
    const before = await sealed();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => ask(name, {}, index % 2 === 0 ? app : second)),
    );
    expect(answers).toHaveLength(10);
    expect(await refreshes()).toHaveLength(1);
    expect(await sealed()).not.toBe(before);
  });

  it('are renewed some minutes before their end, and not before that', async () => {
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    await setTokens({ accessEndsAt: inMinutes(10) });
    await ask();
    expect(await refreshes()).toHaveLength(0);
    await setTokens({ accessEndsAt: inMinutes(3) });
    await ask();
    expect(await refreshes()).toHaveLength(1);
    const { accessEndsAt, refreshEndsAt } = await tokens();
    expect(Math.round((Date.parse(accessEndsAt!) - Date.now()) / 60_000)).toBe(60);
    expect(Math.round((Date.parse(refreshEndsAt!) - Date.now()) / 86_400_000)).toBe(90);
    await setTokens({ refreshEndsAt: inMinutes(3 * 24 * 60) });
    await ask();
    expect(await refreshes()).toHaveLength(2);
  });

  it('survive an answer that is lost', async () => {
    await ageAnHour();
    await store.control.fault({ on: 'token', do: 'cutAfter' });
    await expect(ask()).resolves.toMatchObject({ shop: {} });
    expect(await refreshes()).toHaveLength(2);
    await ageAnHour();
    await store.control.fault({ on: 'token', do: 'cutAfter', times: 2 });
    await expect(ask()).rejects.toBeInstanceOf(ShopifyUnavailable);
    await expect(ask()).resolves.toMatchObject({ shop: {} });
    expect(await connection()).toMatchObject({ needsReconnect: false });
  });

  it('survive a process that is killed between answer and write', async () => {
    await ageAnHour();
    const before = await sealed();
    await store.control.fault({ on: 'token', do: 'slow', ms: 20_000 });
    const killed = await startWorker();
    await tend();
    await eventually(async () => (await refreshes())[0]);
    killed.signal('SIGKILL');
    await killed.ended();
    expect(await sealed()).toBe(before);
    // Its lease would be over in less than a minute.
    await app.database.query('update shopify_stores set refreshing_until = now() where id = $1', [store.id]);
    await expect(ask(name, {}, second)).resolves.toMatchObject({ shop: {} });
    expect(await sealed()).not.toBe(before);
    expect(await connection()).toMatchObject({ needsReconnect: false });
  });

  it('are waited for while another process renews them, and taken over when that never ends', async () => {
    await ageAnHour();
    const lease = (seconds: number) =>
      app.database.query(
        'update shopify_stores set refreshing_until = now() + make_interval(secs => $2) where id = $1',
        [store.id, seconds],
      );
    await lease(1.5);
    await ask();
    expect(await refreshes()).toHaveLength(1);
    // Good for some minutes still: nobody waits for who renews them.
    await setTokens({ accessEndsAt: new Date(Date.now() + 120_000).toISOString() });
    await lease(60);
    await ask();
    expect(await refreshes()).toHaveLength(1);
  });

  it('that are refused for good are told once, and mended by connecting the store again', async () => {
    await ageAnHour();
    await store.control.expireTokens(true);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => ask(name, {}, index % 2 === 0 ? app : second)),
    );
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(ShopifyAccessLost) as object });
    expect(await connection()).toMatchObject({
      connected: true,
      needsReconnect: true,
      status: 'needs_reconnect',
    });
    expect(await losses()).toEqual([{ reason: expect.stringContaining('Connect it again') as string }]);
    const tried = (await store.control.log('token')).length;
    await expect(ask()).rejects.toBeInstanceOf(ShopifyAccessLost);
    expect(await store.control.log('token')).toHaveLength(tried);
    await connectStore(app, shopify, client, { shop: store.shop, waits: false });
    expect(await connection()).toMatchObject({ needsReconnect: false, status: 'connected' });
    await expect(ask()).resolves.toMatchObject({ shop: {} });
  });

  it('that the store refuses before their time are renewed once', async () => {
    await store.control.expireTokens();
    await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(await refreshes()).toHaveLength(1);
    await store.control.uninstall();
    await expect(ask()).rejects.toBeInstanceOf(ShopifyAccessLost);
    expect(await connection()).toMatchObject({ needsReconnect: true });
  });

  it('are not lost by an app whose secret is wrong, nor by keys that are missing', async () => {
    await ageAnHour();
    await shopify.control.app({ secret: 'another-secret' });
    await expect(ask()).rejects.toBeInstanceOf(ShopifyUnavailable);
    await shopify.control.app({ secret: 'waybill-stub-secret-0123456789abcdef' });
    const sealedBefore = await sealed();
    await app.database.query('update shopify_stores set sealed_tokens = $2 where id = $1', [
      store.id,
      Buffer.alloc(60).toString('base64'),
    ]);
    await expect(ask()).rejects.toBeInstanceOf(ShopifyUnavailable);
    await app.database.query('update shopify_stores set sealed_tokens = $2 where id = $1', [
      store.id,
      sealedBefore,
    ]);
    await expect(ask()).resolves.toMatchObject({ shop: {} });
    expect(await losses()).toEqual([]);
  });

  it.each([['expires_in'], ['refresh_token_expires_in'], ['refresh_token']])(
    'keep being renewed when an answer lacks %s',
    async (field) => {
      await store.control.set({ omitFromTokenAnswer: [field] });
      for (let round = 1; round <= 2; round += 1) {
        await ageAnHour();
        await expect(ask()).resolves.toMatchObject({ shop: {} });
        expect(await refreshes()).toHaveLength(round);
        const { accessEndsAt, refreshToken, refreshEndsAt } = await tokens();
        expect(Date.parse(accessEndsAt!)).toBeGreaterThan(Date.now());
        expect(Date.parse(refreshEndsAt!)).toBeGreaterThan(Date.now());
        expect(refreshToken).toMatch(/^shprt_/);
      }
    },
  );

  it('stand nowhere in clear: not in the database, not in what is answered', async () => {
    await ageAnHour();
    await ask();
    const secrets = (await store.control.log('token')).flatMap(({ accessToken, refreshToken }) =>
      [accessToken, refreshToken].filter((one) => typeof one === 'string'),
    );
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    const tables = await app.database.query<{ name: string }>(
      `select c.relname as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'mikro_orm_migrations'`,
    );
    const rows = await Promise.all(
      tables.map(({ name: table }) =>
        app.database.query<{ text: string }>(
          `select t::text as text from ${table} t where t::text ~ 'sh(pat|prt)_'`,
        ),
      ),
    );
    expect(rows.flat()).toEqual([]);
    expect(JSON.stringify(await connection())).not.toMatch(/sh(pat|prt)_|sealed/);
  });

  it('are sealed anew with the newest key, opened by the ones before, and logged by none', async () => {
    const keys = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
    const sealsWith = (ENCRYPTION_KEYS?: string) =>
      new TokenSeals(
        loadConfig({
          NODE_ENV: 'test',
          JWT_SECRET: 'test-secret-test-secret-test-secret',
          ...(ENCRYPTION_KEYS && { ENCRYPTION_KEYS }),
        }),
      );
    const before = await tokens();
    const worker = await startWorker({ ENCRYPTION_KEYS: keys[0]!, LOG_LEVEL: 'trace' });
    await ageAnHour();
    await store.control.fault({ on: 'token', do: 'cutAfter', times: 2 });
    await tend();
    await eventually(async () => !sealsWith(keys[0]).isOld(await sealed()) || undefined);
    expect(sealsWith(keys[0]).open(await sealed(), store.id).refreshToken).toMatch(/^shprt_/);
    const turned = sealsWith(`${keys[1]},${keys[0]}`);
    expect(turned.isOld(await sealed())).toBe(true);
    expect(turned.open(await sealed(), store.id)).toEqual(sealsWith(keys[0]).open(await sealed(), store.id));
    expect(() => sealsWith(keys[1]).open('', store.id)).toThrow('ENCRYPTION_KEYS');
    expect(() => turned.open(turned.seal(before, store.id), client.id)).toThrow('ENCRYPTION_KEYS');
    await worker.stop();
    // At its most talkative it told of the failure, and of no secret.
    const log = worker.stdout + worker.stderr;
    expect(log).toContain('Job failed');
    expect(log).not.toMatch(/sh(pat|prt)_|waybill-stub-secret/);
    for (const key of keys) expect(log).not.toContain(key);
    // What only the others can open is put back for them.
    await app.database.query('update shopify_stores set sealed_tokens = $2 where id = $1', [
      store.id,
      sealsWith().seal(turned.open(await sealed(), store.id), store.id),
    ]);
    await expect(ask()).resolves.toMatchObject({ shop: {} });
  });

  it('are not used for an archived client', async () => {
    await app.database.query(`update clients set status = 'archived' where id = $1`, [client.id]);
    const before = await store.control.log('graphql');
    await expect(ask()).rejects.toBeInstanceOf(ShopifyAccessLost);
    expect(await store.control.log('graphql')).toHaveLength(before.length);
    await app.database.query(`update clients set status = 'active' where id = $1`, [client.id]);
    await expect(ask()).resolves.toMatchObject({ shop: {} });
  });

  describe('ask it', () => {
    it('not before there is room for it', async () => {
      await ask();
      await store.control.set({ bucket: { maximumAvailable: 20, restoreRate: 20 }, currentlyAvailable: 0 });
      await Promise.all(Array.from({ length: 12 }, () => ask()));
      const throttled = (await asked('ShopName')).filter(isThrottled);
      await Promise.all(Array.from({ length: 12 }, () => ask()));
      // What was learnt from the first answers is kept to.
      expect((await asked('ShopName')).filter(isThrottled)).toHaveLength(throttled.length);
    });

    it('again after THROTTLED, when the bucket holds enough', async () => {
      await store.control.fault({ on: 'graphql', do: 'throttled', operation: 'ShopName', times: 2 });
      await expect(ask()).resolves.toMatchObject({ shop: {} });
      await store.control.fault({ on: 'graphql', do: 'throttled', operation: 'Subscribe' });
      await ask(subscribe, { uri: 'https://example.org/once' });
      const made = (await store.control.state()).subscriptions.filter(({ uri }) => uri.endsWith('/once'));
      expect(made).toHaveLength(1);
    });

    it('no longer than a caller is patient', async () => {
      await ask();
      const bucket = { maximumAvailable: 1_000, restoreRate: 0.001 };
      await store.control.set({ bucket, currentlyAvailable: 0 });
      const waits = adminOf(app).query(store.id, name, {}, { patienceSeconds: 0.1 });
      await expect(waits).rejects.toBeInstanceOf(ShopifyUnavailable);
    });

    it('again after 429, as many seconds later as it says', async () => {
      await store.control.fault({
        on: 'graphql',
        do: 'status',
        status: 429,
        retryAfter: '1.0',
        operation: 'ShopName',
      });
      await ask();
      const [refused, answered] = (await asked('ShopName')).slice(-2);
      expect(Date.parse(answered!.at) - Date.parse(refused!.at)).toBeGreaterThanOrEqual(950);
    });

    it('again after a query that failed, but never after a mutation', async () => {
      for (const fault of [
        { do: 'status', status: 500, retryAfter: '0.1' },
        { do: 'status', status: 503, retryAfter: '0.1' },
      ] as const) {
        await store.control.fault({ on: 'graphql', operation: 'ShopName', times: 2, ...fault });
        await expect(ask()).resolves.toMatchObject({ shop: {} });
      }
      for (const fault of [
        { do: 'status', status: 500 },
        { do: 'cutAfter' },
        { do: 'cut' },
        { do: 'internal' },
      ] as const) {
        await store.control.clearFaults();
        await store.control.fault({ on: 'graphql', operation: 'Subscribe', ...fault });
        const before = (await asked('Subscribe')).length;
        const uri = `https://example.org/${randomBytes(4).toString('hex')}`;
        await expect(ask(subscribe, { uri })).rejects.toBeInstanceOf(ShopifyUnavailable);
        expect((await asked('Subscribe')).length - before).toBeLessThanOrEqual(1);
      }
    });

    it('once where it declines, and says why', async () => {
      await expect(ask('query Wrong { nonsense }')).rejects.toBeInstanceOf(ShopifyRefused);
      const stopped = adminOf(app).query(store.id, name, {}, { signal: AbortSignal.abort() });
      await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
      await store.control.set({ availability: 'frozen' });
      await expect(ask()).rejects.toMatchObject({ name: 'ShopifyUnavailable', retryAfterSeconds: 3_600 });
      await store.control.set({ availability: 'open' });
    });
  });
});
