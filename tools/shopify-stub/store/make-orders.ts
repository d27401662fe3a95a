import { type OrderKind, orderKinds } from './order-kinds.ts';
import {
  type Address,
  type DeliveryMethod,
  type FulfillmentOrder,
  type LineItem,
  type Order,
} from './order-types.ts';
import { type LineWish, type OrderWishes, type Sketch } from './order-wishes.ts';
import { sampleAddress, sampleEmail } from './samples.ts';
import { type Store } from './store.ts';

export interface OrdersWanted extends OrderWishes {
  kind?: OrderKind;
  count?: number;
}

/** Makes orders and keeps them. Nothing is announced. */
export function makeOrders(store: Store, { kind = 'plain', count = 1, ...wishes }: OrdersWanted): Order[] {
  return Array.from({ length: count }, () => makeOrder(store, kind, wishes));
}

function makeOrder(store: Store, kind: OrderKind, wishes: OrderWishes): Order {
  const number = store.nextOrderNumber++;
  const sketch = orderKinds[kind](number);
  const daysAgo = wishes.daysAgo ?? sketch.daysAgo ?? 0;
  const createdAt = new Date(wishes.createdAt ?? Date.now() - daysAgo * 86_400_000).toISOString();
  const address = addressOf(number, sketch, wishes);
  const email = wishes.email === undefined ? sampleEmail(number) : wishes.email;
  const phone = wishes.phone === undefined ? null : wishes.phone;
  const sample = sampleAddress(number);
  const order: Order = {
    id: store.ids.next(),
    name: wishes.name ?? `#${number}`,
    number,
    createdAt,
    updatedAt: createdAt,
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    email,
    phone,
    note: wishes.note ?? sketch.note ?? null,
    tags: wishes.tags ?? [],
    customAttributes: wishes.attributes ?? sketch.attributes ?? [],
    financialStatus: wishes.financialStatus ?? 'PAID',
    customer: {
      id: store.ids.next(),
      firstName: address?.firstName ?? sample.firstName,
      lastName: address?.lastName ?? sample.lastName,
      email,
      phone,
    },
    shippingAddress: address,
    shippingTitle: wishes.shippingTitle ?? sketch.shippingTitle ?? 'Standard delivery',
    lineItems: [],
    fulfillmentOrders: [],
    fulfillments: [],
  };
  addLines(store, order, wishes.lines ?? sketch.lines, sketch);
  sketch.finish?.(store, order);
  store.keep(order);
  return order;
}

function addressOf(number: number, sketch: Sketch, wishes: OrderWishes): Address | null {
  if (wishes.address === null || (sketch.hasNoAddress && !wishes.address)) return null;
  return { ...sampleAddress(number), ...wishes.address };
}

/** One fulfilment order for each location and way of delivery, as Shopify divides an order. */
function addLines(store: Store, order: Order, lines: LineWish[], sketch: Sketch): void {
  for (const wish of lines) {
    const lineItem = lineItemOf(store, wish);
    order.lineItems.push(lineItem);
    const methodType = lineItem.requiresShipping ? (sketch.methodType ?? 'SHIPPING') : 'NONE';
    const location = store.locations[wish.location ?? 0]!;
    const fits = (one: FulfillmentOrder) =>
      one.location === location && one.deliveryMethod.methodType === methodType;
    let owner = order.fulfillmentOrders.find(fits);
    if (!owner) {
      owner = {
        id: store.ids.next(),
        order,
        status: 'OPEN',
        location,
        deliveryMethod: {
          ...emptyMethod,
          id: store.ids.next(),
          methodType,
          presentedName: order.shippingTitle,
        },
        holds: [],
        lines: [],
        fulfillAt: order.createdAt,
        createdAt: order.createdAt,
        updatedAt: order.createdAt,
      };
      order.fulfillmentOrders.push(owner);
    }
    owner.lines.push({
      id: store.ids.next(),
      lineItem,
      totalQuantity: lineItem.quantity,
      remainingQuantity: lineItem.quantity,
    });
  }
}

const emptyMethod: Omit<DeliveryMethod, 'id' | 'methodType' | 'presentedName'> = {
  serviceCode: null,
  minDeliveryDateTime: null,
  maxDeliveryDateTime: null,
  instructions: null,
  phone: null,
};

function lineItemOf(store: Store, wish: LineWish): LineItem {
  const isGiftCard = wish.isGiftCard ?? false;
  return {
    id: store.ids.next(),
    variantId: store.ids.next(),
    title: wish.title,
    variantTitle: wish.variantTitle ?? null,
    sku: wish.sku ?? null,
    vendor: store.settings.name,
    quantity: wish.quantity ?? 1,
    fulfilledQuantity: 0,
    grams: wish.grams ?? 500,
    price: wish.price ?? '10.00',
    requiresShipping: wish.requiresShipping ?? !isGiftCard,
    isGiftCard,
  };
}
