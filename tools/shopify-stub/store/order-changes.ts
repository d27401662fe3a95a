import {
  type Fulfillment,
  type FulfillmentOrder,
  type FulfillmentOrderLine,
  type Order,
  type TrackingInfo,
} from './order-types.ts';
import { type Store } from './store.ts';

/** What is sent of one fulfilment order: all that is left unless quantities are named. */
export interface Sending {
  owner: FulfillmentOrder;
  quantities?: Map<FulfillmentOrderLine, number>;
}

export interface FulfillOptions {
  trackingInfo?: TrackingInfo[];
  notifyCustomer?: boolean;
}

/** Records a fulfilment and closes what it completes. Whether it may be is for the caller to ask. */
export function fulfill(store: Store, sendings: Sending[], options: FulfillOptions = {}): Fulfillment {
  const { order, location } = sendings[0]!.owner;
  const now = touch(order);
  const fulfillment: Fulfillment = {
    id: store.ids.next(),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    order,
    location,
    createdAt: now,
    updatedAt: now,
    trackingInfo: options.trackingInfo ?? [],
    notifyCustomer: options.notifyCustomer ?? false,
    lines: [],
    fulfillmentOrders: sendings.map(({ owner }) => owner),
    events: [],
  };
  for (const { owner, quantities } of sendings) {
    for (const line of owner.lines) {
      const quantity = quantities ? (quantities.get(line) ?? 0) : line.remainingQuantity;
      if (quantity === 0) continue;
      line.remainingQuantity -= quantity;
      line.lineItem.fulfilledQuantity += quantity;
      fulfillment.lines.push({ id: store.ids.next(), lineItem: line.lineItem, quantity });
    }
    owner.status = owner.lines.some((line) => line.remainingQuantity > 0) ? 'IN_PROGRESS' : 'CLOSED';
    owner.updatedAt = now;
  }
  if (order.fulfillmentOrders.every((one) => one.status === 'CLOSED')) order.closedAt = now;
  order.fulfillments.push(fulfillment);
  store.fulfillments.set(fulfillment.id, fulfillment);
  return fulfillment;
}

export function holdOrder(
  store: Store,
  order: Order,
  reason: string,
  reasonNotes: string | null,
  which: FulfillmentOrder[] = order.fulfillmentOrders,
): void {
  const now = touch(order);
  const displayReason = reason.charAt(0) + reason.slice(1).toLowerCase().replaceAll('_', ' ');
  for (const one of which.filter(isOpen)) {
    one.status = 'ON_HOLD';
    one.holds.push({ id: store.ids.next(), reason, reasonNotes, displayReason });
    one.updatedAt = now;
  }
}

export function releaseOrder(order: Order): void {
  const now = touch(order);
  for (const one of order.fulfillmentOrders.filter(({ status }) => status === 'ON_HOLD')) {
    one.status = one.lines.some((line) => line.remainingQuantity < line.totalQuantity)
      ? 'IN_PROGRESS'
      : 'OPEN';
    one.holds = [];
    one.updatedAt = now;
  }
}

export function cancelOrder(order: Order, reason: string): void {
  const now = touch(order);
  order.cancelledAt = now;
  order.closedAt = now;
  order.cancelReason = reason;
  for (const one of order.fulfillmentOrders.filter(({ status }) => status !== 'CLOSED')) {
    one.status = 'CANCELLED';
    one.updatedAt = now;
  }
}

/** Sets when the order last changed, always later than before. */
export function touch(order: Order): string {
  const before = Date.parse(order.updatedAt);
  order.updatedAt = new Date(Math.max(Date.now(), before + 1)).toISOString();
  return order.updatedAt;
}

const isOpen = ({ status }: FulfillmentOrder): boolean => status === 'OPEN' || status === 'IN_PROGRESS';

/** As Shopify's admin shows it. */
export function fulfillmentStatusOf(order: Order): string {
  const all = order.fulfillmentOrders;
  const some = (...statuses: string[]) => all.some(({ status }) => statuses.includes(status));
  if (all.length > 0 && all.every(({ status }) => status === 'CLOSED')) return 'FULFILLED';
  if (order.lineItems.some(({ fulfilledQuantity }) => fulfilledQuantity > 0)) return 'PARTIALLY_FULFILLED';
  if (some('ON_HOLD') && !some('OPEN', 'IN_PROGRESS', 'SCHEDULED')) return 'ON_HOLD';
  if (some('SCHEDULED') && !some('OPEN', 'IN_PROGRESS', 'ON_HOLD')) return 'SCHEDULED';
  return 'UNFULFILLED';
}
