import { z } from 'zod';
import { withVersion } from '../../common/http/etag.js';
import { described } from '../../common/schemas/described.js';
import { pageOf, text, timestamp } from '../../common/schemas/schemas.js';
import { shopDomain } from './shopify/api/shop-domain.js';
import { missingScopes } from './shopify/api/shopify-scopes.js';
import type { ShopifyStore } from './shopify/shopify-store.entity.js';

const aboutShop = 'The store’s domain at Shopify.';
const shopName = z.string().meta({ description: aboutShop, example: 'book-nook.myshopify.com' });

const aboutAvailable =
  'Whether stores can be connected on this server. If not, whoever runs it has to set it up first.';

const integrationDto = z
  .object({
    provider: described('Whose stores they are:', { shopify: 'Shopify’s.' }),
    available: z.boolean().describe(aboutAvailable),
    connected: z.boolean().describe('Whether at least one store is connected.'),
    stores: z.array(z.string()).meta({
      description: 'The connected stores, in the order in which they were connected.',
      example: ['book-nook.myshopify.com'],
    }),
  })
  .meta({ id: 'Integration', description: 'A shop system, and the client’s stores in it.' });

export const integrationPage = pageOf(integrationDto, 'IntegrationPage', 'integrations');
export type IntegrationPage = z.output<typeof integrationPage>;

const storeStatus = described('Whether the store lets us in:', {
  connected: 'It does.',
  needs_reconnect: 'It refused us. Connect it again; its settings stay.',
}).meta({ id: 'ShopifyStoreStatus' });

const aboutFulfill =
  'Automatically mark orders as fulfilled in Shopify when they are delivered. Off until it is switched on.';
const aboutNotify =
  'Notify the customer via Shopify when an order is marked as fulfilled. Off until it is switched on; without `autoFulfill` nobody is notified.';
const aboutImport =
  'Take over new orders of the store as drafts by themselves. Off until it is switched on; needs that the client may upload orders.';

const storeDto = z
  .object({
    shop: shopName,
    status: storeStatus,
    connectedAt: timestamp.describe('When it was connected last.'),
  })
  .meta({ id: 'ShopifyStore', description: 'A connected Shopify store.' });

export const shopifyIntegrationDto = z
  .object({
    available: z.boolean().describe(aboutAvailable),
    connected: z.boolean().describe('Whether a store is connected.'),
    shop: shopName.nullable().describe('The store that all of this is about; null for none.'),
    status: storeStatus.nullable().describe('Whether the store lets us in; null for none.'),
    autoFulfill: z.boolean().describe(aboutFulfill),
    notifyCustomer: z.boolean().describe(aboutNotify),
    autoImport: z.boolean().describe(aboutImport),
    scopes: z.array(z.string()).meta({
      description: 'What the store granted, by Shopify’s names.',
      example: ['read_orders', 'write_fulfillments'],
    }),
    missingScopes: z.array(z.string()).meta({
      description:
        'What it did not grant of what is needed; some things will not work. Connect it again to grant it.',
      example: [],
    }),
    connectedAt: timestamp.nullable().describe('When the store was connected last; null for none.'),
    needsReconnect: z
      .boolean()
      .describe('Whether the store has to be connected again before it can be used.'),
    stores: z
      .array(storeDto)
      .describe('All connected stores of the client, in the order in which they were connected.'),
  })
  .meta({ id: 'ShopifyIntegration', description: 'The client’s connection to a Shopify store.' });
export type ShopifyIntegrationDto = z.output<typeof shopifyIntegrationDto>;

const whichShop = z.string().min(1, 'may not be empty').max(300).optional().meta({
  description: 'Which of the client’s stores is meant. May be left out while it is the only one.',
  example: 'book-nook.myshopify.com',
});

/** For lists: a store that is meant, connected or not, as its domain. */
export const shopFilter = text(300)
  .refine((shop) => shopDomain(shop) !== undefined, {
    message: 'must be a store such as book-nook.myshopify.com',
    params: { code: 'invalid_shop' },
  })
  .overwrite((shop) => shopDomain(shop) ?? shop)
  .optional();

export const shopQuery = z.strictObject({ shop: whichShop });
export type ShopQuery = z.output<typeof shopQuery>;

export const connectShopifyBody = z
  .strictObject({
    shop: text(300).meta({
      description:
        'The store: its name, its domain, or the address of its admin as the browser shows it. `book-nook`, `book-nook.myshopify.com` and `https://admin.shopify.com/store/book-nook` are the same.',
      example: 'book-nook.myshopify.com',
    }),
    returnUrl: z.string().trim().max(2000, 'may have 2000 characters at most').optional().meta({
      description:
        'Where the browser is sent at the end, with `shopify=connected&shop=…` or `shopify=failed&reason=…` added: a page of this server, or of an origin that it allows, such as `https://portal.example.org/stores`. Without it a plain page says what comes next.',
    }),
  })
  .meta({ id: 'ConnectShopify', description: 'A store that is to be connected.' });
export type ConnectShopify = z.output<typeof connectShopifyBody>;

export const connectionStartDto = z
  .object({
    authorizationUrl: z.string().meta({
      description:
        'Open it in a browser that is signed in to the store. Shopify asks there whether the access is granted, and sends the browser back.',
      example:
        'https://book-nook.myshopify.com/admin/oauth/authorize?client_id=…&scope=…&redirect_uri=…&state=…',
    }),
    expiresAt: timestamp.describe('Until then it has to be granted; the URL works once.'),
  })
  .meta({ id: 'ShopifyConnectionStart', description: 'Where the access is granted.' });
export type ConnectionStartDto = z.output<typeof connectionStartDto>;

export const updateShopifyIntegrationBody = z
  .strictObject({
    shop: whichShop,
    autoFulfill: z.boolean().optional().describe(aboutFulfill),
    notifyCustomer: z.boolean().optional().describe(aboutNotify),
    autoImport: z.boolean().optional().describe(aboutImport),
  })
  .meta({ id: 'UpdateShopifyIntegration', description: 'Settings of a store. What it leaves out stays.' });
export type UpdateShopifyIntegration = z.output<typeof updateShopifyIntegrationBody>;

const statusOf = ({ accessLostAt }: ShopifyStore) =>
  accessLostAt ? ('needs_reconnect' as const) : ('connected' as const);

/** Without a store: what there is to know before one is connected. */
export function toShopifyIntegration(
  available: boolean,
  store: ShopifyStore | undefined,
  all: ShopifyStore[],
): ShopifyIntegrationDto {
  const dto: ShopifyIntegrationDto = {
    available,
    connected: store !== undefined,
    shop: store?.shop ?? null,
    status: store ? statusOf(store) : null,
    autoFulfill: store?.autoFulfill ?? false,
    notifyCustomer: store?.notifyCustomer ?? false,
    autoImport: store?.autoImport ?? false,
    scopes: store?.scopes ?? [],
    missingScopes: store ? missingScopes(store.scopes) : [],
    connectedAt: store?.connectedAt.toISOString() ?? null,
    needsReconnect: store?.accessLostAt != null,
    stores: all.map((one) => ({
      shop: one.shop,
      status: statusOf(one),
      connectedAt: one.connectedAt.toISOString(),
    })),
  };
  return withVersion(dto, store?.version ?? 0);
}
