import { type Answer, jsonAnswer } from '../http/http-io.ts';
import { type Fault } from '../store/faults.ts';
import { type Order } from '../store/order-types.ts';
import { type StoreSettings } from '../store/store-settings.ts';
import { type Store } from '../store/store.ts';
import { uninstall } from '../webhooks/announce.ts';
import { type StubApp, type World } from '../world.ts';
import { act, make, type OrderAction, type OrdersToMake } from './order-actions.ts';
import { sendWebhook, type WebhookWanted } from './send-webhook.ts';
import { madeOrder, orderSnapshot, storeSnapshot } from './snapshots.ts';

type Fields = Record<string, unknown>;

/** `/_control/…`: everything a test or a person may set and see, in plain JSON. */
export async function controlRoute(
  world: World,
  method: string,
  path: string[],
  query: URLSearchParams,
  fields: Fields,
): Promise<Answer> {
  const [what, shop, part, ...rest] = path;
  if (what === 'log') return log(world, method, query);
  if (what === 'settled') {
    await world.webhooks.idle();
    return jsonAnswer(200, { settled: true });
  }
  if (what === 'app') {
    if (method === 'PATCH')
      Object.assign(world.app, fields satisfies Partial<Record<keyof StubApp, unknown>>);
    return jsonAnswer(200, world.app);
  }
  if (what !== 'stores') return unknown;
  if (!shop) return stores(world, method, fields);
  const store = world.store(shop);
  if (!store) return jsonAnswer(400, { error: `${shop} cannot be the name of a shop` });
  if (part === 'orders') return orders(world, store, method, rest, fields);
  return storeRoute(world, store, method, part, rest, fields);
}

const unknown = jsonAnswer(404, { error: 'The stub has no such control' });

function log(world: World, method: string, query: URLSearchParams): Answer {
  if (method === 'DELETE') world.log.clear();
  const [shop, kind] = [query.get('shop') ?? undefined, query.get('kind') ?? undefined];
  return jsonAnswer(200, world.log.read({ shop, kind, after: Number(query.get('after') ?? 0) }));
}

function stores(world: World, method: string, { shop, ...settings }: Fields): Answer {
  if (method !== 'POST') return jsonAnswer(200, [...world.stores.values()].map(storeSnapshot));
  const store = world.store(String(shop));
  if (!store) return jsonAnswer(400, { error: `${String(shop)} cannot be the name of a shop` });
  change(store, settings);
  return jsonAnswer(201, storeSnapshot(store));
}

/** Sets what is named; a bucket or a fault that is half told keeps its other half. */
function change(store: Store, { bucket, currentlyAvailable, ...settings }: Fields): void {
  Object.assign(store.settings, settings as Partial<StoreSettings>);
  Object.assign(store.settings.bucket, bucket);
  if (typeof currentlyAvailable === 'number') store.bucket.leave(currentlyAvailable);
}

function storeRoute(
  world: World,
  store: Store,
  method: string,
  part: string | undefined,
  [more]: string[],
  fields: Fields,
): Answer {
  if (part === undefined) {
    if (method === 'PATCH') change(store, fields);
    return jsonAnswer(200, storeSnapshot(store));
  }
  if (part === 'faults') {
    if (method === 'POST') store.faults.add(fields as unknown as Fault);
    if (method === 'DELETE') store.faults.clear();
    return jsonAnswer(200, store.faults.all());
  }
  if (method !== 'POST') return unknown;
  if (part === 'tokens') return more === 'expire' ? expire(store, fields) : issue(store, fields);
  if (part === 'webhooks')
    return jsonAnswer(200, { eventId: sendWebhook(world, store, fields as unknown as WebhookWanted) });
  if (part !== 'uninstall') return unknown;
  uninstall(world, store);
  return jsonAnswer(200, storeSnapshot(store));
}

/** Tokens without the pages, for tests of what comes after. */
function issue(store: Store, { scopes, expiring }: Fields): Answer {
  const { accessToken, refreshToken } = store.grants.issue(
    scopes as string[],
    expiring !== false,
    store.settings,
  );
  return jsonAnswer(201, { accessToken, refreshToken });
}

function expire(store: Store, { refreshTokens }: Fields): Answer {
  store.grants.expireAccessTokens();
  if (refreshTokens === true) store.grants.expireRefreshTokens();
  return jsonAnswer(200, storeSnapshot(store));
}

function orders(world: World, store: Store, method: string, [key, action]: string[], fields: Fields): Answer {
  if (key === undefined) {
    if (method !== 'POST') return jsonAnswer(200, [...store.orders.values()].map(orderSnapshot));
    return jsonAnswer(201, make(world, store, fields as OrdersToMake).map(madeOrder));
  }
  const order: Order | undefined = store.findOrder(key);
  if (!order) return jsonAnswer(404, { error: `${store.shop} has no order ${key}` });
  if (method === 'POST' && action) act(world, store, order, action as OrderAction, fields);
  return jsonAnswer(200, orderSnapshot(order));
}
