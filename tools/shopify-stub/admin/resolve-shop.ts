import { GraphQLError } from 'graphql';
import { gid, readGid } from '../store/ids.ts';
import { type Store } from '../store/store.ts';
import { isVisible, reaches, requireOrders } from './access.ts';
import { connect, type ConnectionArgs } from './connections.ts';
import { type AdminContext, type Fields } from './context.ts';
import { idOf } from './resolve-orders.ts';

export const shopQueries: Fields = {
  shop: (_: unknown, __: never, { store }) => store,
  currentAppInstallation: (_: unknown, __: never, { store, world, scopes }) => ({
    id: gid('AppInstallation', store.id),
    app: { id: gid('App', 1), apiKey: world.app.key, title: world.app.title },
    accessScopes: [...scopes].sort().map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
  }),
  location: (_: unknown, { id }: { id?: string | null }, { store }) =>
    id == null
      ? store.locations[0]
      : (store.locations.find((one) => one.id === idOf(id, 'Location')) ?? null),
  locations: (_: unknown, args: ConnectionArgs, { store }) => connect(store.locations, args),
  node: (_: unknown, { id }: { id: string }, context) => node(context, id),
  nodes: (_: unknown, { ids }: { ids: string[] }, context) => {
    if (ids.length > mostIds)
      throw new GraphQLError(
        `The input array size of ${ids.length} is greater than the maximum allowed of ${mostIds}.`,
        { extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } },
      );
    return ids.map((id) => node(context, id));
  },
};

const mostIds = 250;

/** Any thing by its global id; null where there is none or it may not be seen. */
function node(context: AdminContext, id: string): object | null {
  const type = readGid(id)?.type ?? '';
  const number = idOf(id, type);
  const { store } = context;
  if (type === 'Order') {
    requireOrders(context, 'nodes');
    const order = store.orders.get(number);
    return order && isVisible(context, order) ? order : null;
  }
  if (type === 'FulfillmentOrder') {
    const one = store.fulfillmentOrders.get(number);
    return one && reaches(context, 'read', one) ? one : null;
  }
  if (type === 'Fulfillment') return store.fulfillments.get(number) ?? null;
  if (type === 'Location') return store.locations.find((one) => one.id === number) ?? null;
  if (type === 'WebhookSubscription') return store.subscriptions.get(number) ?? null;
  return null;
}

/** The type of a thing that `node` found. */
export function nodeType(found: { id: number }, { store }: AdminContext): string | undefined {
  const maps = {
    Order: store.orders,
    FulfillmentOrder: store.fulfillmentOrders,
    Fulfillment: store.fulfillments,
    WebhookSubscription: store.subscriptions,
  };
  for (const [type, map] of Object.entries(maps)) if (map.has(found.id)) return type;
  return store.locations.some(({ id }) => id === found.id) ? 'Location' : undefined;
}

export const shopFields: Fields = {
  id: ({ id }: Store) => gid('Shop', id),
  name: ({ settings }: Store) => settings.name,
  myshopifyDomain: ({ shop }: Store) => shop,
  url: ({ shop }: Store) => `https://${shop}`,
  primaryDomain: ({ id, shop }: Store) => ({ id: gid('Domain', id), host: shop, url: `https://${shop}` }),
  email: ({ settings }: Store) => `owner@${settings.name}.example.com`,
  contactEmail: ({ settings }: Store) => `owner@${settings.name}.example.com`,
  currencyCode: () => 'USD',
  ianaTimezone: () => 'America/New_York',
  weightUnit: () => 'GRAMS',
  plan: () => ({ partnerDevelopment: true, publicDisplayName: 'Development', shopifyPlus: false }),
};
