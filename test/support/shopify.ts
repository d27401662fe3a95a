import { randomBytes, randomUUID } from 'node:crypto';
import type { Session } from '../../sdk/src/index.js';
import { stubApp } from '../../src/config.js';
import { StubControl, type StoreControl } from '../../tools/shopify-stub/control-client.ts';
import { startStub, type RunningStub } from '../../tools/shopify-stub/server.ts';
import { signWebhook } from '../../tools/shopify-stub/webhooks/signing.ts';
import { eventually } from './eventually.js';
import { call, type RawAnswer } from './http.js';
import { freePort } from './server-process.js';
import { addClient, signUp } from './tenants.js';
import { startTestApp, type TestApp } from './test-app.js';
import type { TestDatabase } from './test-database.js';

export interface ConnectedStore {
  /** Id of its row. */
  id: string;
  shop: string;
  /** Its switches in the stub. */
  control: StoreControl;
}

export interface TestShopify {
  stub: RunningStub;
  control: StubControl;
  /** Settings of a server that asks this stub. */
  env: Record<string, string>;
  /** A server that asks the stub and is reached by its webhooks. */
  startApp(options?: { env?: Record<string, string>; database?: TestDatabase }): Promise<TestApp>;
  /** Ends its servers, too. */
  close(): Promise<void>;
}

/** A stub of Shopify on a free port. */
export async function startShopify(): Promise<TestShopify> {
  const stub = await startStub();
  const env = { SHOPIFY_STUB_URL: stub.url };
  const apps: TestApp[] = [];
  return {
    stub,
    control: new StubControl(stub.url),
    env,
    startApp: async ({ env: more = {}, database } = {}) => {
      const port = await freePort();
      const PUBLIC_URL = `http://127.0.0.1:${port}`;
      const app = await startTestApp({ env: { ...env, PUBLIC_URL, ...more }, database, port });
      apps.unshift(app);
      return app;
    },
    close: async () => {
      // The one whose database others share was started first.
      for (const app of apps) await app.close();
      await stub.close();
    },
  };
}

/** A server that asks a stub of its own, with an organization. */
export async function startStoreTeam(env?: Record<string, string>) {
  const shopify = await startShopify();
  const app = await shopify.startApp({ env });
  const owner = await signUp(app);
  return { shopify, app, owner, dispatcher: app.as(owner.accessToken) };
}

/** A client of the organization with a store that is connected. */
export async function addStoreClient(app: TestApp, shopify: TestShopify, owner: Session) {
  const client = await addClient(app, owner);
  return { client, portal: app.as(client.token), store: await connectStore(app, shopify, client) };
}

export const newShop = () => `shop-${randomBytes(5).toString('hex')}.myshopify.com`;

/** Where the store sends the browser once the access is granted; it is not followed. */
export async function grant(authorizationUrl: string): Promise<string> {
  const url = new URL(authorizationUrl);
  url.searchParams.set('auto', '1');
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (!location) throw new Error(`The stub answered ${response.status}: ${await response.text()}`);
  return location;
}

/** Opens the callback at this server, as a browser that does not follow. */
export function comeBack(app: Pick<TestApp, 'url'>, location: string) {
  const { pathname, search } = new URL(location);
  return fetch(app.url + pathname + search, { redirect: 'manual' });
}

/** Connects a store of the client’s by the real grant, and waits until its webhooks are subscribed. */
export async function connectStore(
  app: Pick<TestApp, 'url' | 'database'>,
  { control }: Pick<TestShopify, 'control'>,
  client: { token: string },
  { shop = newShop(), waits = true }: { shop?: string; waits?: boolean } = {},
): Promise<ConnectedStore> {
  const begun = await call(app, 'POST', '/v1/integrations/shopify/connect', {
    token: client.token,
    body: { shop },
  });
  if (begun.status !== 200) throw new Error(`The connection was not begun: ${begun.status} ${begun.text}`);
  const answer = await comeBack(app, await grant(String(begun.json.authorizationUrl)));
  if (answer.status !== 200)
    throw new Error(`The callback answered ${answer.status}: ${await answer.text()}`);
  const row = () =>
    app.database.query<{ id: string; is_tended: boolean }>(
      'select id, subscribed_at is not null as is_tended from shopify_stores where shop = $1 and disconnected_at is null',
      [shop],
    );
  const [store] = await row();
  if (!store) throw new Error(`The store was not connected: ${await answer.text()}`);
  if (waits) await eventually(async () => (await row())[0]?.is_tended || undefined);
  return { id: store.id, shop, control: control.store(shop) };
}

interface SentWebhook {
  topic: string;
  shop: string;
  /** A text is sent as it is. */
  body: unknown;
  /** Null: none at all. */
  eventId?: string | null;
  /** Null: none at all. */
  signature?: string | null;
  headers?: Record<string, string>;
}

/** Sends a webhook as Shopify would, signed unless told otherwise. */
export function sendWebhook(app: Pick<TestApp, 'url'>, sent: SentWebhook): Promise<RawAnswer> {
  const body = typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body);
  const { topic, shop, eventId = randomUUID(), signature = signWebhook(stubApp.secret, body) } = sent;
  const headers = {
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': shop,
    ...(eventId !== null && { 'x-shopify-event-id': eventId }),
    ...(signature !== null && { 'x-shopify-hmac-sha256': signature }),
    ...sent.headers,
  };
  return call(app, 'POST', '/v1/integrations/shopify/webhooks', { headers, body });
}
