import { randomUUID } from 'node:crypto';
import { type Order } from '../store/order-types.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';
import { orderPayload } from './order-payload.ts';

export type OrderTopic = 'orders/create' | 'orders/updated' | 'orders/cancelled';
export type PrivacyTopic = 'customers/data_request' | 'customers/redact' | 'shop/redact';

export interface SendOptions {
  /** Makes it a repetition of an event that was sent before. */
  eventId?: string;
  webhookId?: string;
  triggeredAt?: string;
  /** Signed with this instead of the app's secret. */
  secret?: string;
  domain?: string;
  delayMs?: number;
  copies?: number;
  isOnce?: boolean;
}

/** Sends a topic to the subscriptions that want it; answers with the id of the event. */
export function announce(
  world: World,
  store: Store,
  topic: string,
  payload: Record<string, unknown>,
  options: SendOptions = {},
): string {
  const eventId = options.eventId ?? randomUUID();
  if (store.settings.webhooksMuted) return eventId;
  const wanted = topic.toUpperCase().replace('/', '_');
  const { complianceUrl } = world.app;
  const targets = isPrivacy(topic)
    ? complianceUrl
      ? [{ uri: complianceUrl }]
      : []
    : [...store.subscriptions.values()]
        .filter((one) => one.topic === wanted)
        .map((subscription) => ({ uri: subscription.uri, subscription }));
  for (const target of targets) {
    const fields = 'subscription' in target ? target.subscription.includeFields : [];
    const delivery = {
      ...target,
      store,
      topic,
      body: JSON.stringify(fields.length > 0 ? only(payload, fields) : payload),
      eventId,
      webhookId: options.webhookId ?? randomUUID(),
      triggeredAt: options.triggeredAt ?? new Date().toISOString(),
      secret: options.secret ?? world.app.secret,
      domain: options.domain,
      isOnce: options.isOnce,
    };
    const copies = options.copies ?? store.settings.webhookCopies;
    for (let copy = 0; copy < copies; copy++)
      world.webhooks.send(delivery, options.delayMs ?? store.settings.webhookDelayMs);
  }
  return eventId;
}

export function announceOrder(
  world: World,
  store: Store,
  topic: OrderTopic,
  order: Order,
  options?: SendOptions,
): string {
  return announce(world, store, topic, orderPayload(store, order), options);
}

/** What Shopify asks of every app about a customer, or of a shop that has left. */
export function announcePrivacy(
  world: World,
  store: Store,
  topic: PrivacyTopic,
  orders: Order[],
  options?: SendOptions,
): string {
  const shop = { shop_id: store.id, shop_domain: store.shop };
  if (topic === 'shop/redact') return announce(world, store, topic, shop, options);
  const { id, email = null, phone = null } = orders[0]?.customer ?? { id: store.ids.next() };
  const customer = { id, email, phone: phone ?? orders[0]?.shippingAddress?.phone ?? null };
  const ids = orders.map((order) => order.id);
  const payload =
    topic === 'customers/redact'
      ? { ...shop, customer, orders_to_redact: ids }
      : { ...shop, customer, orders_requested: ids, data_request: { id: store.ids.next() } };
  return announce(world, store, topic, payload, options);
}

/** Takes the app off the store: its tokens and subscriptions end, and it is told. */
export function uninstall(world: World, store: Store): void {
  store.grants.revoke();
  const payload = {
    id: store.id,
    name: store.settings.name,
    domain: store.shop,
    myshopify_domain: store.shop,
    email: `owner@${store.settings.name}.example.com`,
  };
  world.log.add(store.shop, 'uninstall');
  announce(world, store, 'app/uninstalled', payload, { isOnce: true });
  store.subscriptions.clear();
}

const isPrivacy = (topic: string): topic is PrivacyTopic =>
  topic.startsWith('customers/') || topic === 'shop/redact';

const only = (payload: Record<string, unknown>, fields: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(payload).filter(([field]) => fields.includes(field)));
