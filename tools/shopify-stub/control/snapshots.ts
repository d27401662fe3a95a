import { gid } from '../store/ids.ts';
import { fulfillmentStatusOf } from '../store/order-changes.ts';
import { type Address, type Order } from '../store/order-types.ts';
import { type StoreSettings } from '../store/store-settings.ts';
import { type Store } from '../store/store.ts';

export interface MadeOrder {
  id: string;
  legacyId: number;
  name: string;
}

/** An order as the control tells it, with nothing hidden. */
export interface OrderSnapshot extends MadeOrder {
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  fulfillmentStatus: string;
  email: string | null;
  note: string | null;
  shippingAddress: Address | null;
  lines: { title: string; sku: string | null; quantity: number; fulfilledQuantity: number }[];
  fulfillmentOrders: {
    id: string;
    status: string;
    location: string;
    methodType: string;
    lines: { id: string; title: string; totalQuantity: number; remainingQuantity: number }[];
  }[];
  fulfillments: {
    id: string;
    name: string;
    location: string;
    notifyCustomer: boolean;
    trackingInfo: { company: string | null; number: string | null; url: string | null }[];
    lines: { title: string; quantity: number }[];
    events: {
      status: string;
      message: string | null;
      happenedAt: string;
      estimatedDeliveryAt: string | null;
    }[];
  }[];
}

export interface StoreSnapshot {
  shop: string;
  settings: StoreSettings;
  isInstalled: boolean;
  scopes: string[];
  orders: number;
  fulfillments: number;
  subscriptions: { id: string; topic: string; uri: string }[];
  bucket: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
}

export const madeOrder = ({ id, name }: Order): MadeOrder => ({ id: gid('Order', id), legacyId: id, name });

export function orderSnapshot(order: Order): OrderSnapshot {
  const { createdAt, updatedAt, cancelledAt, email, note, shippingAddress } = order;
  return {
    ...madeOrder(order),
    createdAt,
    updatedAt,
    cancelledAt,
    fulfillmentStatus: fulfillmentStatusOf(order),
    email,
    note,
    shippingAddress,
    lines: order.lineItems.map(({ title, sku, quantity, fulfilledQuantity }) => ({
      title,
      sku,
      quantity,
      fulfilledQuantity,
    })),
    fulfillmentOrders: order.fulfillmentOrders.map((one) => ({
      id: gid('FulfillmentOrder', one.id),
      status: one.status,
      location: one.location.name,
      methodType: one.deliveryMethod.methodType,
      lines: one.lines.map(({ id, lineItem, totalQuantity, remainingQuantity }) => ({
        id: gid('FulfillmentOrderLineItem', id),
        title: lineItem.title,
        totalQuantity,
        remainingQuantity,
      })),
    })),
    fulfillments: order.fulfillments.map((one) => ({
      id: gid('Fulfillment', one.id),
      name: one.name,
      location: one.location.name,
      notifyCustomer: one.notifyCustomer,
      trackingInfo: one.trackingInfo,
      lines: one.lines.map(({ lineItem, quantity }) => ({ title: lineItem.title, quantity })),
      events: one.events.map(({ status, message, happenedAt, estimatedDeliveryAt }) => ({
        status,
        message,
        happenedAt,
        estimatedDeliveryAt,
      })),
    })),
  };
}

export const storeSnapshot = (store: Store): StoreSnapshot => ({
  shop: store.shop,
  settings: store.settings,
  isInstalled: store.grants.isInstalled,
  scopes: store.grants.scopes,
  orders: store.orders.size,
  fulfillments: store.fulfillments.size,
  subscriptions: [...store.subscriptions.values()].map(({ id, topic, uri }) => ({
    id: gid('WebhookSubscription', id),
    topic,
    uri,
  })),
  bucket: store.bucket.status(),
});
