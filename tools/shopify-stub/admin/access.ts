import { GraphQLError } from 'graphql';
import { type FulfillmentOrder, type Order } from '../store/order-types.ts';
import { type AdminContext } from './context.ts';

/** What was granted, with the reading that every writing brings along. */
export function effectiveScopes(granted: readonly string[]): Set<string> {
  return new Set(granted.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]));
}

/** Throws as Shopify refuses a field to an app with none of the scopes. */
export function requireScope({ scopes }: AdminContext, field: string, ...wanted: string[]): void {
  if (wanted.some((scope) => scopes.has(scope))) return;
  const named = wanted.map((scope) => `\`${scope}\` access scope`).join(' or ');
  throw new GraphQLError(`Access denied for ${field} field. Required access: ${named}.`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess: `${named}.`,
    },
  });
}

/** Orders may be read: by the scope, and by Shopify's approval for customers' data. */
export function requireOrders(context: AdminContext, field: string): void {
  requireScope(context, field, 'read_orders');
  if (context.store.settings.customerData === 'refused') throw notApproved('access the Order object');
}

/** A customer's name, street, phone or e-mail address, unless the app may not see it. */
export function personal<T>({ store }: AdminContext, field: string, value: T): T | null {
  if (store.settings.customerData === 'full') return value;
  if (store.settings.customerData === 'silent') return null;
  throw notApproved(`use the ${field} field`);
}

const notApproved = (what: string): GraphQLError =>
  new GraphQLError(
    `This app is not approved to ${what}. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
    {
      extensions: {
        code: 'ACCESS_DENIED',
        documentation: 'https://shopify.dev/docs/apps/launch/protected-customer-data',
      },
    },
  );

/** Orders behind the wall are not there for an app without `read_all_orders`. */
export function isVisible({ scopes, wall }: AdminContext, order: Order): boolean {
  return order.createdAt >= wall || scopes.has('read_all_orders');
}

/** Whether the scopes reach a fulfilment order, which hangs on who manages its location. */
export function reaches(
  { scopes }: AdminContext,
  how: 'read' | 'write',
  { location }: FulfillmentOrder,
): boolean {
  const owner = location.isFulfillmentService ? 'third_party' : 'merchant_managed';
  return scopes.has(`${how}_${owner}_fulfillment_orders`);
}

export const fulfillmentOrderScopes = (how: 'read' | 'write'): string[] =>
  ['assigned', 'merchant_managed', 'third_party'].map((owner) => `${how}_${owner}_fulfillment_orders`);
