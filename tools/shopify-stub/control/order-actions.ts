import { announceOrder } from '../webhooks/announce.ts';
import { cancelOrder, fulfill, holdOrder, releaseOrder, touch } from '../store/order-changes.ts';
import { makeOrders, type OrdersWanted } from '../store/make-orders.ts';
import { type Address, type Order } from '../store/order-types.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';

/** Orders of so many at most are announced by webhook unless it is said otherwise. */
const mostAnnounced = 100;

export interface OrdersToMake extends OrdersWanted {
  /** Whether `orders/create` is sent for each. */
  announce?: boolean;
}

export interface OrderChange {
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  tags?: string[];
  attributes?: { key: string; value: string | null }[];
  financialStatus?: string;
  address?: Partial<Address> | null;
  /** New quantities of lines that are not yet fulfilled, in the order's own order. */
  quantities?: number[];
}

export function make(world: World, store: Store, { announce, ...wanted }: OrdersToMake): Order[] {
  const orders = makeOrders(store, wanted);
  world.log.add(store.shop, 'order', {
    what: 'made',
    orderKind: wanted.kind ?? 'plain',
    count: orders.length,
    first: orders[0]?.name,
    last: orders.at(-1)?.name,
  });
  if (announce ?? orders.length <= mostAnnounced)
    for (const order of orders) announceOrder(world, store, 'orders/create', order);
  return orders;
}

export type OrderAction = 'cancel' | 'change' | 'hold' | 'release' | 'fulfill' | 'delete';

/** Does to an order what the shop's staff may do, and announces it. */
export function act(
  world: World,
  store: Store,
  order: Order,
  action: OrderAction,
  details: Record<string, unknown> = {},
): void {
  if (action === 'delete') remove(store, order);
  else actions[action](store, order, details);
  world.log.add(store.shop, 'order', { what: action, order: order.name, ...details });
  if (action === 'delete') return;
  if (action === 'cancel') announceOrder(world, store, 'orders/cancelled', order);
  announceOrder(world, store, 'orders/updated', order);
}

const actions = {
  cancel: (_store: Store, order: Order, { reason }: { reason?: string }) =>
    cancelOrder(order, reason ?? 'CUSTOMER'),
  change: (_store: Store, order: Order, change: OrderChange) => changeOrder(order, change),
  hold: (store: Store, order: Order, { reason, notes }: { reason?: string; notes?: string }) =>
    holdOrder(store, order, reason ?? 'OTHER', notes ?? null),
  release: (_store: Store, order: Order) => releaseOrder(order),
  /** Fulfilled by the shop itself: all that is open, for each location. */
  fulfill: (store: Store, order: Order) => {
    for (const location of store.locations) {
      const open = order.fulfillmentOrders.filter(
        (one) => one.location === location && (one.status === 'OPEN' || one.status === 'IN_PROGRESS'),
      );
      if (open.length > 0)
        fulfill(
          store,
          open.map((owner) => ({ owner })),
        );
    }
  },
};

function changeOrder(order: Order, { address, attributes, quantities, ...plain }: OrderChange): void {
  touch(order);
  Object.assign(order, plain);
  if (attributes) order.customAttributes = attributes;
  if (address === null) order.shippingAddress = null;
  else if (address && order.shippingAddress) order.shippingAddress = { ...order.shippingAddress, ...address };
  for (const [index, quantity] of (quantities ?? []).entries()) {
    const lineItem = order.lineItems[index];
    const line = order.fulfillmentOrders
      .flatMap(({ lines }) => lines)
      .find((one) => one.lineItem === lineItem);
    if (!lineItem || !line) continue;
    line.remainingQuantity += quantity - lineItem.quantity;
    line.totalQuantity = quantity;
    lineItem.quantity = quantity;
  }
}

function remove(store: Store, order: Order): void {
  store.orders.delete(order.id);
  for (const { id } of order.fulfillmentOrders) store.fulfillmentOrders.delete(id);
  for (const { id } of order.fulfillments) store.fulfillments.delete(id);
}
