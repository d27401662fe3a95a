import {
  announce,
  announceOrder,
  announcePrivacy,
  type OrderTopic,
  type PrivacyTopic,
  type SendOptions,
} from '../webhooks/announce.ts';
import { orderPayload } from '../webhooks/order-payload.ts';
import { type Order } from '../store/order-types.ts';
import { type Store } from '../store/store.ts';
import { type World } from '../world.ts';

export interface WebhookWanted {
  topic: OrderTopic | PrivacyTopic | 'app/uninstalled';
  /** Name or number of the order, or orders of the customer, that it is about. */
  orders?: string[];
  /**
   * - `forged`: signed with another secret
   * - `foreign`: says it comes from another shop, named in `domain`, though the signature is right
   * - `stale`: of an hour ago, with the order as it was then
   */
  as?: 'forged' | 'foreign' | 'stale';
  domain?: string;
  delayMs?: number;
  copies?: number;
  /** Repeats an event that was sent before. */
  eventId?: string;
  webhookId?: string;
}

const hourMs = 3_600_000;

/** Sends one webhook on demand, right or wrong; it is not tried again. */
export function sendWebhook(world: World, store: Store, wanted: WebhookWanted): string {
  const { topic, as, delayMs, copies, eventId, webhookId } = wanted;
  const orders = (wanted.orders ?? []).map((key) => store.findOrder(key)).filter((one) => one !== undefined);
  const before = new Date(Date.now() - hourMs).toISOString();
  const options: SendOptions = {
    isOnce: true,
    ...(delayMs !== undefined && { delayMs }),
    ...(copies !== undefined && { copies }),
    ...(eventId !== undefined && { eventId }),
    ...(webhookId !== undefined && { webhookId }),
    ...(as === 'forged' && { secret: 'not-the-secret' }),
    ...(as === 'foreign' && { domain: wanted.domain ?? 'someone-else.myshopify.com' }),
    ...(as === 'stale' && { triggeredAt: before }),
  };
  if (topic === 'app/uninstalled')
    return announce(
      world,
      store,
      topic,
      { id: store.id, domain: store.shop, myshopify_domain: store.shop },
      options,
    );
  if (topic.startsWith('customers/') || topic === 'shop/redact')
    return announcePrivacy(world, store, topic as PrivacyTopic, orders, options);
  const order = orders[0];
  if (!order) throw new Error('This topic needs the name or number of an order in `orders`');
  if (as !== 'stale') return announceOrder(world, store, topic as OrderTopic, order, options);
  return announce(world, store, topic, orderPayload(store, asBefore(order, before)), options);
}

const asBefore = (order: Order, updatedAt: string): Order => ({
  ...order,
  updatedAt: updatedAt < order.createdAt ? order.createdAt : updatedAt,
});
