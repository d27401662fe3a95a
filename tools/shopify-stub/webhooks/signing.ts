import { createHmac } from 'node:crypto';

/** As Shopify signs a webhook: HMAC-SHA256 of the raw body with the app's secret, in base64. */
export const signWebhook = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(body, 'utf8').digest('base64');
