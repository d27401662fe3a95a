import { hold } from '../tell.mjs';

export const title = 'The Shopify store is told';

export async function play({ store, live }) {
  await live.shows({ 'order.store_fulfilled': 2 });
  const orders = await store.orders();
  const states = orders.map(({ name, fulfillmentStatus }) => [name, fulfillmentStatus]);
  hold('In the store #1001 and #1002 are marked as fulfilled; #1003 and #1004 wait as before', states, [
    ['#1001', 'FULFILLED'],
    ['#1002', 'FULFILLED'],
    ['#1003', 'UNFULFILLED'],
    ['#1004', 'UNFULFILLED'],
    ['#1005', 'FULFILLED'],
  ]);
  const mails = (await store.notifications()).toSorted((one, other) => one.order.localeCompare(other.order));
  hold(
    `The store wrote to both customers: ${mails.map(({ to }) => to).join(', ')}`,
    mails.map(({ order, to }) => [order, to]),
    orders.slice(0, 2).map(({ name, email }) => [name, email]),
  );
  const pages = await Promise.all(mails.map(async ({ trackingUrl }) => (await fetch(trackingUrl)).json()));
  hold(
    'The links in these mails say: delivered',
    pages.map(({ status }) => status),
    ['delivered', 'delivered'],
  );
}
