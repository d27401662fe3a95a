import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { adminEndpoint, earlyOutcome, type Outcome } from './admin/admin-endpoint.ts';
import { controlRoute } from './control/control-routes.ts';
import { jsonAnswer, readBody, readFields, send } from './http/http-io.ts';
import { accessToken } from './oauth/access-token.ts';
import { authorize, decide } from './oauth/authorize.ts';
import { pageRoute } from './pages/page-routes.ts';
import { type Store } from './store/store.ts';
import { uninstall } from './webhooks/announce.ts';
import { type StubApp, World } from './world.ts';

export interface StubOptions extends Partial<StubApp> {
  host?: string;
  /** A free one unless given. */
  port?: number;
}

export interface RunningStub {
  url: string;
  world: World;
  close(): Promise<void>;
}

/** Starts the stub; it speaks for any number of stores, each under its own first part of the path. */
export async function startStub({
  host = '127.0.0.1',
  port = 0,
  ...app
}: StubOptions = {}): Promise<RunningStub> {
  const world = new World(app);
  const server = createServer((request, response) => void handle(world, request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${own}`,
    world,
    close: async () => {
      world.webhooks.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const outcome = await route(world, request);
    if (outcome === 'cut') request.socket.destroy();
    else send(response, outcome);
  } catch (error) {
    send(response, jsonAnswer(500, { error: error instanceof Error ? error.message : String(error) }));
  }
}

async function route(world: World, request: IncomingMessage): Promise<Outcome> {
  const url = new URL(request.url ?? '/', 'http://stub');
  const path = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const body = await readBody(request);
  const fields = readFields(body, request.headers['content-type']);
  const method = request.method ?? 'GET';
  if (path[0] === '_control')
    return fields
      ? controlRoute(world, method, path.slice(1), url.searchParams, fields)
      : jsonAnswer(400, { error: 'The body is no JSON' });
  const store = path[0] ? world.store(path[0]) : undefined;
  if (store && path[1] === 'admin')
    return adminRoute(world, store, method, path.slice(2), url, request, body, fields);
  return pageRoute(world, store, method, path, new URLSearchParams(body));
}

/** The paths that Shopify itself has. */
async function adminRoute(
  world: World,
  store: Store,
  method: string,
  path: string[],
  url: URL,
  request: IncomingMessage,
  body: string,
  fields: Record<string, unknown> | undefined,
): Promise<Outcome> {
  const called = `${method} ${path.join('/')}`;
  const token = request.headers['x-shopify-access-token'];
  if (called === 'GET oauth/authorize') return authorize(world, store, url.searchParams);
  if (called === 'POST oauth/authorize') return decide(world, store, new URLSearchParams(body));
  if (called === 'POST oauth/access_token') return tokenRoute(world, store, fields ?? {});
  if (called === 'DELETE api_permissions/current.json') return revokeRoute(world, store, String(token));
  if (method === 'POST' && path[0] === 'api' && path[2] === 'graphql.json')
    return adminEndpoint(world, store, path[1] ?? '', typeof token === 'string' ? token : undefined, fields);
  return jsonAnswer(404, { errors: 'Not Found' });
}

async function tokenRoute(world: World, store: Store, fields: Record<string, unknown>): Promise<Outcome> {
  const fault = store.faults.take('token', [
    typeof fields.grant_type === 'string' ? fields.grant_type : 'authorization_code',
  ]);
  const early = earlyOutcome(fault);
  if (early) {
    world.log.add(store.shop, 'token', { fault: fault?.do });
    return early;
  }
  const answer = accessToken(world, store, fields, fault);
  if (fault?.do === 'cutAfter') return 'cut';
  await store.faults.delay(fault);
  return answer;
}

/** The app takes itself off the store. */
async function revokeRoute(world: World, store: Store, token: string): Promise<Outcome> {
  const fault = store.faults.take('revoke');
  const early = earlyOutcome(fault);
  if (early) return early;
  const isKnown = store.grants.use(token, store.settings.retireRefreshTokenOn) !== undefined;
  world.log.add(store.shop, 'revoke', { status: isKnown ? 200 : 401 });
  if (!isKnown)
    return jsonAnswer(401, {
      errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
    });
  uninstall(world, store);
  if (fault?.do === 'cutAfter') return 'cut';
  await store.faults.delay(fault);
  return jsonAnswer(200, {});
}
