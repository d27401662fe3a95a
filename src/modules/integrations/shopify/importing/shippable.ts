import type { FulfilmentPart, ListedShopifyOrder } from './shopify-order.js';

export const notShippableReasons = [
  'cancelled',
  'fulfilled',
  'pickup',
  'pickup_point',
  'digital',
  'sent_elsewhere',
  'scope_missing',
] as const;
export type NotShippableReason = (typeof notShippableReasons)[number];

/** Why an order cannot become a delivery, in plain words. */
export const notShippableDetails: Record<NotShippableReason, string> = {
  cancelled: 'It was cancelled in the store.',
  fulfilled: 'All of it has been fulfilled in the store already.',
  pickup: 'Its customer picks it up at the shop, so there is nothing to deliver.',
  pickup_point: 'A carrier brings it to a pickup point, so there is nothing for us to deliver.',
  digital: 'Nothing in it is shipped: it holds gift cards, downloads or services only.',
  sent_elsewhere: 'Another fulfilment service sends what is left of it.',
  scope_missing:
    'The store has not granted access to its fulfilment orders. Connect it again and allow that.',
};

type Judged = Pick<
  ListedShopifyOrder,
  'cancelledAt' | 'displayFulfillmentStatus' | 'requiresShipping' | 'fulfillmentOrders'
>;

/** Parts that something is left of. Those on hold or planned for later are among them. */
const openStatuses = new Set(['OPEN', 'IN_PROGRESS', 'ON_HOLD', 'SCHEDULED']);
const delivered = new Set(['SHIPPING', 'LOCAL']);
const pickedUp = new Set(['PICK_UP', 'RETAIL']);

export const isOpen = ({ status }: FulfilmentPart) => openStatuses.has(status);

/** Orders of a time before Shopify told how they travel are shipped. */
const methodOf = ({ deliveryMethod }: FulfilmentPart) => deliveryMethod?.methodType ?? 'SHIPPING';

/** Whether something is left of this part that has to be brought to somebody. */
export const isDeliverable = (part: FulfilmentPart) => isOpen(part) && delivered.has(methodOf(part));

/** Whether its customer fetches the order, or what is left of it. */
export function isPickup({ fulfillmentOrders: { nodes } }: Pick<Judged, 'fulfillmentOrders'>): boolean {
  const parts = nodes.some(isOpen) ? nodes.filter(isOpen) : nodes;
  const carried = parts.filter((part) => methodOf(part) !== 'NONE');
  return carried.length > 0 && carried.every((part) => pickedUp.has(methodOf(part)));
}

/** Why the order cannot become a delivery; null where it can. */
export function whyNotShippable(order: Judged, scopes: readonly string[]): NotShippableReason | null {
  const parts = order.fulfillmentOrders.nodes;
  if (order.cancelledAt !== null) return 'cancelled';
  if (parts.some(isDeliverable)) return null;
  if (!order.requiresShipping) return 'digital';
  if (order.displayFulfillmentStatus === 'FULFILLED') return 'fulfilled';
  const open = parts.filter(isOpen);
  if (isPickup(order)) return open.length > 0 ? 'pickup' : 'fulfilled';
  if (open.some((part) => methodOf(part) === 'PICKUP_POINT')) return 'pickup_point';
  if (open.some((part) => pickedUp.has(methodOf(part)))) return 'pickup';
  if (open.length > 0) return 'digital';
  if (!seesParts(scopes)) return 'scope_missing';
  return parts.length === 0 || order.displayFulfillmentStatus !== 'RESTOCKED'
    ? 'sent_elsewhere'
    : 'fulfilled';
}

/** Writing brings reading along. */
function seesParts(scopes: readonly string[]): boolean {
  return ['read', 'write'].some((how) => scopes.includes(`${how}_merchant_managed_fulfillment_orders`));
}
