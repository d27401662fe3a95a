import { createHmac } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stubApp } from '../../src/config.js';
import { FileStore } from '../../src/files/file-store.js';
import { assertContract } from '../support/contract.js';
import { call } from '../support/http.js';
import { openOutage, type Outage } from '../support/outage.js';
import { addClient, password, signUp, type TestClient } from '../support/tenants.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const order = { address: { addressLineOne: '476 5th Ave' } };
const form = () => {
  const form = new FormData();
  form.append('file', new File(['Address Line 1\n476 5th Ave\n'], 'orders.csv'));
  return form;
};

describe('while the database is away', () => {
  let database: TestDatabase;
  let outage: Outage;
  let app: TestApp;
  let client: TestClient;
  let [key, refreshToken] = ['', ''];
  beforeAll(async () => {
    database = await createTestDatabase();
    outage = await openOutage(database.url);
    app = await startTestApp({ database: { ...database, url: outage.url } });
    const owner = await signUp(app);
    client = await addClient(app, owner);
    const made = await call(app, 'POST', '/v1/api-keys', {
      token: client.token,
      body: { name: 'Shop', scopes: ['orders:read'] },
    });
    [key, refreshToken] = [String(made.json.key), owner.refreshToken];
  });
  afterAll(async () => {
    outage.close();
    await app.close();
    await database.drop();
  });

  it('answers 503 to everybody and signs nobody out', async () => {
    const { token } = client;
    const requests: [name: string, ...Parameters<typeof call>][] = [
      ['access token', app, 'GET', '/v1/me', { token }],
      ['API key', app, 'GET', '/v1/orders', { token: key }],
      ['list', app, 'GET', '/v1/orders', { token }],
      ['write', app, 'POST', '/v1/orders', { token, body: order }],
      [
        'idempotency key',
        app,
        'POST',
        '/v1/orders',
        { token, body: order, headers: { 'idempotency-key': 'once' } },
      ],
      ['upload', app, 'POST', '/v1/order-imports', { token, body: form() }],
      ['sign-in', app, 'POST', '/v1/auth/login', { body: { email: client.email, password } }],
      ['renewal', app, 'POST', '/v1/auth/refresh', { body: { refreshToken } }],
      ['forgotten password', app, 'POST', '/v1/auth/password-reset', { body: { email: client.email } }],
      ['readiness', app, 'GET', '/health/ready'],
    ];
    outage.begin();
    const answers: Record<string, string> = {};
    for (const [name, ...request] of requests) {
      const { status, json, headers } = await call(...request);
      answers[name] = `${status} ${String(json.code)}, retry after ${headers.get('retry-after')}`;
    }
    const expected = requests.map(([name]) => [name, '503 unavailable, retry after 2']);
    expect(answers).toEqual(Object.fromEntries(expected));
    expect((await call(app, 'GET', '/v1/me', { token: `${token}x` })).json.code).toBe('token_invalid');
    expect((await call(app, 'GET', '/v1/me')).json.code).toBe('authentication_required');

    await outage.end();
    for (const [name, ...request] of requests.slice(0, 5)) {
      expect([name, (await call(...request)).status < 300]).toEqual([name, true]);
    }
    expect((await call(app, 'POST', '/v1/auth/refresh', { body: { refreshToken } })).status).toBe(200);
  });
});

describe('a webhook of a store', () => {
  const path = '/v1/integrations/shopify/webhooks';
  const body = '{"shop_id":1,"shop_domain":"quiet-shop.myshopify.com"}';
  const send = (app: TestApp, secret: string) =>
    call(app, 'POST', path, {
      body,
      headers: {
        'x-shopify-topic': 'shop/redact',
        'x-shopify-shop-domain': 'quiet-shop.myshopify.com',
        'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
      },
    });

  it('is answered 503 while the database is away, so that it comes again, and a forged one is refused', async () => {
    const database = await createTestDatabase();
    const outage = await openOutage(database.url);
    const app = await startTestApp({
      database: { ...database, url: outage.url },
      env: { SHOPIFY_STUB_URL: 'http://127.0.0.1:9' },
    });
    try {
      outage.begin();
      const away = await send(app, stubApp.secret);
      expect([away.status, away.json.code]).toEqual([503, 'unavailable']);
      const forged = await send(app, 'another');
      expect([forged.status, forged.json.code]).toEqual([401, 'shopify_signature_invalid']);
      await outage.end();
      expect((await send(app, stubApp.secret)).json).toEqual({ receipt: 'accepted' });
      expect((await send(app, stubApp.secret)).json).toEqual({ receipt: 'repeated' });
    } finally {
      outage.close();
      await app.close();
      await database.drop();
    }
  });
});

describe('an upload', () => {
  let app: TestApp;
  let client: TestClient;
  const start = async (env: Record<string, string> = {}) => {
    app = await startTestApp({ env });
    client = await addClient(app, await signUp(app));
  };
  afterEach(() => app.close());

  const upload = async () => {
    const answer = await call(app, 'POST', '/v1/order-imports', { token: client.token, body: form() });
    await assertContract(
      'POST',
      `${app.url}/v1/order-imports`,
      new Response(answer.text, { status: answer.status, headers: answer.headers }),
    );
    return answer;
  };

  it('that meets a full disk is answered 507, and nothing of it is kept', async () => {
    await start();
    const store = app.nest.get(FileStore);
    store.put = async (_key: string, content: Readable) => {
      await pipeline(content, createWriteStream('/dev/full'));
      throw new Error('The disk was not full');
    };
    const { status, json, headers } = await upload();
    expect([status, json.code, headers.get('retry-after')]).toEqual([507, 'insufficient_storage', '120']);
    expect(await app.database.query('select 1 from order_imports')).toEqual([]);
    expect(await readdir(join(app.dataDir, 'files')).catch(() => [])).toEqual([]);
  });

  it('that meets storage it may not write to is answered 503 with a code of its own', async () => {
    await start({ DATA_DIR: '/sys/kernel' });
    const { status, json } = await upload();
    expect([status, json.code]).toEqual([503, 'storage_read_only']);
    expect(await app.database.query('select 1 from order_imports')).toEqual([]);
    expect((await call(app, 'GET', '/health/ready')).json).toMatchObject({
      status: 'degraded',
      checks: { disk: 'down', database: 'up' },
    });
  });
});
