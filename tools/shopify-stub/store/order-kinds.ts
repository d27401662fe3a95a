import { cancelOrder, fulfill, holdOrder } from './order-changes.ts';
import { type LineWish, type Sketch } from './order-wishes.ts';
import { products } from './samples.ts';

const goods = (n: number, count = 1 + (n % 3)): LineWish[] =>
  Array.from({ length: count }, (_, index) => {
    const product = products[(n + index) % products.length]!;
    return { ...product, quantity: 1 + ((n + index) % 2) };
  });

const giftCard: LineWish = { title: 'Gift card', sku: 'GIFT-50', price: '50.00', grams: 0, isGiftCard: true };
const download: LineWish = {
  title: 'Pattern (PDF)',
  sku: 'PDF-1',
  price: '6.00',
  grams: 0,
  requiresShipping: false,
};

const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);

/** The kinds of orders a delivery team meets. */
export const orderKinds = {
  /** Shipped from one place. */
  plain: (n: number): Sketch => ({ lines: goods(n) }),
  /** Its lines lie at two places: two fulfilment orders. */
  twoLocations: (n: number): Sketch => ({
    lines: goods(n, 3).map((line, index) => ({ ...line, location: index === 0 ? 1 : 0 })),
  }),
  /** One of its first line's pieces was sent already. */
  partial: (n: number): Sketch => ({
    lines: goods(n, 2).map((line) => ({ ...line, quantity: 3 })),
    finish: (store, order) => {
      const [owner] = order.fulfillmentOrders;
      fulfill(store, [{ owner: owner!, quantities: new Map([[owner!.lines[0]!, 1]]) }]);
    },
  }),
  held: (n: number): Sketch => ({
    lines: goods(n),
    finish: (store, order) => holdOrder(store, order, 'INCORRECT_ADDRESS', 'The flat’s number is missing'),
  }),
  /** One fulfilment order is open, the other on hold. */
  partlyHeld: (n: number): Sketch => ({
    lines: goods(n, 2).map((line, location) => ({ ...line, location })),
    finish: (store, order) =>
      holdOrder(store, order, 'INVENTORY_OUT_OF_STOCK', null, order.fulfillmentOrders.slice(1)),
  }),
  /** A pre-order: nothing may be sent before its day. */
  scheduled: (n: number): Sketch => ({
    lines: goods(n),
    finish: (_store, order) => {
      for (const one of order.fulfillmentOrders) {
        one.status = 'SCHEDULED';
        one.fulfillAt = inDays(14).toISOString();
      }
    },
  }),
  /** Fetched from the shop by the customer. */
  pickup: (n: number): Sketch => ({
    lines: goods(n).map((line) => ({ ...line, location: 1 })),
    hasNoAddress: true,
    methodType: 'PICK_UP',
    shippingTitle: 'Brooklyn shop',
  }),
  /** The store's own local delivery. */
  local: (n: number): Sketch => ({ lines: goods(n), methodType: 'LOCAL', shippingTitle: 'Local delivery' }),
  /** Nothing to carry. */
  digital: (): Sketch => ({ lines: [giftCard, download], hasNoAddress: true }),
  /** Goods and a gift card. */
  mixed: (n: number): Sketch => ({ lines: [...goods(n, 1), giftCard] }),
  noAddress: (n: number): Sketch => ({ lines: goods(n), hasNoAddress: true }),
  /** With a note and a wished-for day. */
  dated: (n: number): Sketch => ({
    lines: goods(n),
    note: 'Please ring twice',
    attributes: [
      { key: 'Delivery-Date', value: inDays(2).toISOString().slice(0, 10) },
      { key: 'Gift message', value: 'Happy birthday!' },
    ],
  }),
  /** At a fulfilment service, which other scopes see. */
  thirdParty: (n: number): Sketch => ({ lines: goods(n).map((line) => ({ ...line, location: 2 })) }),
  fulfilled: (n: number): Sketch => ({
    lines: goods(n),
    finish: (store, order) =>
      fulfill(
        store,
        order.fulfillmentOrders.map((owner) => ({ owner })),
      ),
  }),
  cancelled: (n: number): Sketch => ({
    lines: goods(n),
    finish: (_store, order) => cancelOrder(order, 'CUSTOMER'),
  }),
  /** Older than the 60 days that an app sees without `read_all_orders`. */
  old: (n: number): Sketch => ({ lines: goods(n), daysAgo: 90 }),
};

export type OrderKind = keyof typeof orderKinds;
