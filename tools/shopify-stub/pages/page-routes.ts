import { act, make, type OrderAction } from '../control/order-actions.ts';
import { type Answer, htmlAnswer, seeOther } from '../http/http-io.ts';
import { type OrderKind, orderKinds } from '../store/order-kinds.ts';
import { type Store } from '../store/store.ts';
import { uninstall } from '../webhooks/announce.ts';
import { type World } from '../world.ts';
import { messagePage } from './authorize-page.ts';
import { storePage } from './store-page.ts';
import { storesPage } from './stores-page.ts';

const actions: readonly string[] = ['cancel', 'hold', 'release', 'fulfill'] satisfies OrderAction[];

/** The pages for people: all stores at `/`, one at `/{shop}`, and what their forms do. */
export function pageRoute(
  world: World,
  store: Store | undefined,
  method: string,
  path: string[],
  form: URLSearchParams,
): Answer {
  if (path.length === 0)
    return method === 'POST' ? openStore(world, form) : htmlAnswer(200, storesPage(world));
  if (!store) return htmlAnswer(404, messagePage('Not found', 'A store’s address ends in .myshopify.com.'));
  const [, what, key, action = ''] = path;
  if (method !== 'POST')
    return what === undefined
      ? htmlAnswer(200, storePage(world, store))
      : htmlAnswer(404, messagePage('Not found', ''));
  if (what === 'make') {
    const kind = form.get('kind') ?? 'plain';
    const count = Math.min(10_000, Math.max(1, Number(form.get('count')) || 1));
    if (Object.hasOwn(orderKinds, kind)) make(world, store, { kind: kind as OrderKind, count });
  }
  if (what === 'uninstall') uninstall(world, store);
  const order = what === 'orders' && key ? store.findOrder(key) : undefined;
  if (order && actions.includes(action)) act(world, store, order, action as OrderAction);
  return seeOther(`/${store.shop}`);
}

function openStore(world: World, form: URLSearchParams): Answer {
  const name = (form.get('shop') ?? '').trim().toLowerCase();
  const shop = name.endsWith('.myshopify.com') ? name : `${name}.myshopify.com`;
  if (world.store(shop)) return seeOther(`/${shop}`);
  return htmlAnswer(400, messagePage('Not a name', 'A store’s name has letters, digits and hyphens only.'));
}
