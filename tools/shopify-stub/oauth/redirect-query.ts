import { createHmac } from 'node:crypto';

export interface RedirectParts {
  code: string;
  shop: string;
  state: string;
  /** Seconds since 1970; now unless given. */
  timestamp?: number;
}

/** The query that Shopify adds to an app's redirect address, signed with the app's secret. */
export function redirectQuery(
  secret: string,
  { code, shop, state, timestamp }: RedirectParts,
): URLSearchParams {
  const name = shop.replace(/\.myshopify\.com$/, '');
  const host = Buffer.from(`admin.shopify.com/store/${name}`).toString('base64').replaceAll('=', '');
  const fields = { code, host, shop, state, timestamp: String(timestamp ?? Math.floor(Date.now() / 1000)) };
  const query = new URLSearchParams(fields);
  query.sort();
  query.set('hmac', createHmac('sha256', secret).update(encoded(query)).digest('hex'));
  return query;
}

const encoded = (query: URLSearchParams): string => query.toString().replaceAll('+', '%20');
