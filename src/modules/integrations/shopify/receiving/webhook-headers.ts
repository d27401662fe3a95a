import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What the headers of a webhook say. None of it is signed; only the body is. */
export interface WebhookHeaders {
  eventId: string;
  topic: string;
  shop: string;
  triggeredAt: Date | null;
}

/** As Shopify has always spelled it, or as it does since 2026. */
export function shopifyHeader(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[`x-shopify-${name}`] ?? headers[`shopify-${name}`];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function readWebhookHeaders(headers: IncomingHttpHeaders, body: Buffer): WebhookHeaders {
  const topic = (shopifyHeader(headers, 'topic') ?? '').toLowerCase().slice(0, 100);
  const shop = (shopifyHeader(headers, 'shop-domain') ?? '').toLowerCase().slice(0, 255);
  const given = shopifyHeader(headers, 'event-id') ?? shopifyHeader(headers, 'webhook-id');
  // Without an id of its own, equal content is the same event.
  const eventId = given ?? createHash('sha256').update(body).digest('hex');
  return { eventId: eventId.slice(0, 100), topic, shop, triggeredAt: momentOf(headers) };
}

function momentOf(headers: IncomingHttpHeaders): Date | null {
  const moment = new Date(shopifyHeader(headers, 'triggered-at') ?? '');
  const year = moment.getUTCFullYear();
  return year > 2000 && year < 3000 ? moment : null;
}
