/**
 * What the app asks for, and why; by https://shopify.dev/docs/api/usage/access-scopes.
 * - `read_orders`: orders of the last 60 days. Older ones need `read_all_orders`, which Shopify grants on request; it is
 *   not asked for, and used where granted.
 * - `…_merchant_managed_fulfillment_orders`: what is left to fulfil at the merchant’s own locations, and
 *   `fulfillmentCreate`. Those at a fulfilment service’s are that service’s to fulfil.
 * - `write_fulfillments`: `fulfillmentEventCreate`.
 */
export const wantedScopes = [
  'read_orders',
  'read_merchant_managed_fulfillment_orders',
  'write_merchant_managed_fulfillment_orders',
  'write_fulfillments',
];

export const allOrdersScope = 'read_all_orders';

/** What of {@link wantedScopes} was not granted. Leave to write is leave to read, and Shopify names the first alone. */
export function missingScopes(granted: readonly string[]): string[] {
  const has = (scope: string) =>
    granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'));
  return wantedScopes.filter((scope) => !has(scope));
}

/** The scopes of an answer, `a,b`. */
export const scopesOf = (text: string) =>
  text
    .split(/[,\s]+/)
    .filter(Boolean)
    .sort();
