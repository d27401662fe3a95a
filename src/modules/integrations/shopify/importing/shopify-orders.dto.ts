import { z } from 'zod';
import { described } from '../../../../common/schemas/described.js';
import { pageOf, pageQuery, queryFlag, text, timestamp, uuid } from '../../../../common/schemas/schemas.js';
import { shopQuery } from '../../integrations.dto.js';
import { isPickup, notShippableDetails, notShippableReasons, whyNotShippable } from './shippable.js';
import type { ListedShopifyOrder } from './shopify-order.js';

export const storeOrderId = z.string().meta({
  description: 'Id of the order in the store, as digits.',
  example: '5512345678901',
});

const storeOrderStatus = described('How far the store is with it:', {
  unfulfilled: 'Nothing has been sent yet.',
  partial: 'A part has been sent.',
  fulfilled: 'All has been sent, or nothing is left to be.',
  cancelled: 'It was cancelled.',
}).meta({ id: 'ShopifyOrderStatus' });
export type StoreOrderStatus = z.output<typeof storeOrderStatus>;

const statusFilter = described('Which orders:', {
  unfulfilled: 'Open ones of which nothing has been sent.',
  partial: 'Open ones of which a part has been sent.',
  fulfilled: 'Those of which all has been sent.',
  cancelled: 'Those that were cancelled.',
  any: 'All.',
}).meta({ id: 'ShopifyOrderFilter' });

const reason = described('Why there is nothing to deliver:', notShippableDetails, {
  values: notShippableReasons,
}).meta({ id: 'NotShippableReason' });

export const listedShopifyOrder = z
  .object({
    id: storeOrderId,
    name: z.string().meta({ description: 'What the store calls it.', example: '#1001' }),
    createdAt: timestamp.describe('When it was placed.'),
    recipientName: z
      .string()
      .nullable()
      .describe('Who gets it; null where there is no address, or Shopify does not tell us.'),
    city: z.string().nullable().describe('City of the address; null for none.'),
    zip: z.string().nullable().describe('Postal code of the address; null for none.'),
    countryCode: z.string().nullable().describe('Country of the address, as two letters; null for none.'),
    itemCount: z.int().describe('How many pieces were ordered, without those taken back.'),
    status: storeOrderStatus.describe('How far the store is with it.'),
    pickup: z.boolean().describe('Whether its customer fetches it, or what is left of it, at the shop.'),
    redacted: z
      .boolean()
      .describe('Whether Shopify keeps the recipient’s name or street back; a draft of it waits for them.'),
    shippable: z.boolean().describe('Whether something is left of it to deliver.'),
    notShippableReason: reason.nullable().describe('Why there is nothing to deliver; null where there is.'),
    detail: z.string().nullable().meta({
      description: 'The same in plain words.',
      example: notShippableDetails.pickup,
    }),
    importedAs: uuid.nullable().describe('The order here that it became; null while it is none.'),
  })
  .meta({ id: 'ShopifyOrder', description: 'An order of a connected Shopify store.' });
export type ListedShopifyOrderDto = z.output<typeof listedShopifyOrder>;

export const shopifyOrderPage = pageOf(listedShopifyOrder, 'ShopifyOrderPage', 'orders of the store');

export const shopifyOrdersQuery = z.strictObject({
  ...pageQuery,
  ...shopQuery.shape,
  q: text(200)
    .optional()
    .describe(
      'Words to look for, as the search of Shopify’s admin does: names of orders and people, places, products.',
    ),
  status: statusFilter.default('unfulfilled').describe('Which orders. Left out: `unfulfilled`.'),
  imported: queryFlag.describe('Only those that were imported, or only those that were not. Left out: both.'),
});
export type ShopifyOrdersQuery = z.output<typeof shopifyOrdersQuery>;

export function toListedOrder(
  order: ListedShopifyOrder,
  scopes: readonly string[],
  importedAs: string | undefined,
): ListedShopifyOrderDto {
  const { shippingAddress: address } = order;
  const why = whyNotShippable(order, scopes);
  return {
    id: order.legacyResourceId,
    name: order.name,
    createdAt: new Date(order.createdAt).toISOString(),
    recipientName: address?.name || null,
    city: address?.city || null,
    zip: address?.zip || null,
    countryCode: address?.countryCodeV2 || null,
    itemCount: order.currentSubtotalLineItemsQuantity,
    status: statusOf(order),
    pickup: isPickup(order),
    redacted: address !== null && (!address.name || !address.address1),
    shippable: why === null,
    notShippableReason: why,
    detail: why && notShippableDetails[why],
    importedAs: importedAs ?? null,
  };
}

function statusOf({ cancelledAt, displayFulfillmentStatus }: ListedShopifyOrder): StoreOrderStatus {
  if (cancelledAt !== null) return 'cancelled';
  if (displayFulfillmentStatus === 'PARTIALLY_FULFILLED') return 'partial';
  return ['FULFILLED', 'RESTOCKED'].includes(displayFulfillmentStatus) ? 'fulfilled' : 'unfulfilled';
}
