import '@shopify/shopify-api/adapters/node';
import { ApiVersion, LogSeverity, type Shopify, shopifyApi } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';

export const app = { key: 'waybill-stub-key', secret: 'waybill-stub-secret-0123456789abcdef' };

/** Shopify's own library, whose calls to `https://{shop}/…` go to the stub. */
export function shopifyLibrary(stubUrl: string, host = '127.0.0.1:1'): Shopify {
  setAbstractFetchFunc((input, init) => {
    const { host: shop, pathname, search } = new URL(input instanceof Request ? input.url : input);
    return fetch(`${stubUrl}/${shop}${pathname}${search}`, init);
  });
  return shopifyApi({
    apiKey: app.key,
    apiSecretKey: app.secret,
    apiVersion: ApiVersion.October26,
    hostName: host,
    hostScheme: 'http',
    isEmbeddedApp: false,
    scopes: ['read_orders', 'write_merchant_managed_fulfillment_orders'],
    logger: { level: LogSeverity.Error, log: () => undefined },
  });
}
