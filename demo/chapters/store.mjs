import { storeOf } from '../stub-stores.mjs';
import { hold, say } from '../tell.mjs';

export const title = 'It connects its Shopify store and chooses orders';

export async function play({ stubUrl, client, dispatcher, live }) {
  const store = storeOf(stubUrl, 'library-shop.myshopify.com');
  await store.make('plain', 4);
  await store.make('fulfilled', 1);

  const { authorizationUrl } = await client.integrations.connectShopify({ shop: 'library-shop' });
  // A person presses Install there.
  const page = await fetch(`${authorizationUrl}&auto=1`);
  const [, heading] = /<h1>(.*?)<\/h1>/.exec(await page.text()) ?? [];
  hold('The store’s owner presses Install, and it is connected', heading, `${store.shop} is connected`);
  await live.shows({ 'integration.connected': 1 });
  await client.integrations.updateShopify({ autoFulfill: true, notifyCustomer: true });
  const open = await client.integrations.listShopifyOrders().toArray();
  hold('4 orders wait in the store: #1001, #1002, #1003, #1004', open.map(({ name }) => name).toSorted(), [
    '#1001',
    '#1002',
    '#1003',
    '#1004',
  ]);

  const text = '1001, #1002 and 1003; 1005';
  say(`The client pastes “${text}”.`);
  const { succeededCount, results } = await client.integrations.importShopifyOrders({ text });
  await live.shows({ 'order.created': 3 });
  hold('3 are drafts now', succeededCount, 3);
  const [left, ...others] = results.filter(({ outcome }) => outcome !== 'imported');
  hold(`${left.name} is not: ${left.detail}`, [left.outcome, others], ['not_shippable', []]);
  const { draft } = await client.orders.summary();
  const { items: stops } = await dispatcher.stops.list();
  hold('The client has 32 drafts, and the dispatcher sees none of them', [draft, stops.length], [32, 0]);
  return { store };
}
