import type { ShopifyStore } from '../shopify-store.entity.js';
import type { ShopifyWebhookEvent } from './shopify-webhook-event.entity.js';
import type { SubjectOf, WebhookTopic } from './webhook-subjects.js';

/** A webhook as it is worked on. */
export type WebhookOf<Topic extends WebhookTopic> = Pick<
  ShopifyWebhookEvent,
  'id' | 'shop' | 'triggeredAt' | 'receivedAt'
> & { topic: Topic; subject: SubjectOf<Topic> };

export type ReceivedWebhook = { [Topic in WebhookTopic]: WebhookOf<Topic> }[WebhookTopic];

/** What came of it in words, or when to look at it again. */
export type Handled = string | { againInSeconds: number; store: ShopifyStore };

/** Whose turn the work on a store’s webhooks uses, and who sees it where it fails. */
export const turnOf = ({ id, clientId, organizationId }: ShopifyStore) => ({
  tenant: id,
  team: clientId,
  organizationId,
});

export const notConnected = 'No such store is connected any more.';

/** When it happened. Headers are not signed, so it cannot have been later than it came. */
export function happenedAt({
  triggeredAt,
  receivedAt,
}: Pick<ReceivedWebhook, 'triggeredAt' | 'receivedAt'>): Date {
  return triggeredAt && triggeredAt < receivedAt ? triggeredAt : receivedAt;
}
