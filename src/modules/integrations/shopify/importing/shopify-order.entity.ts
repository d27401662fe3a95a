import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, updatedAt } from '../../../../database/sql/columns.js';
import { tenantTable } from '../../../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'ShopifyOrder',
  tableName: 'shopify_orders',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    storeId: p.uuid(),
    shop: p.string().length(100),
    /** Digits, as Shopify’s webhooks and addresses have it. */
    shopifyOrderId: p.string().length(20),
    /** The order here. With it goes the reference, so that a deleted draft can be imported again. */
    orderId: p.uuid(),
    /**
     * What the store said last, by the columns of orders: what differs was changed by people and is kept. Personal data;
     * erasing a customer sets it to null, after which the store changes nothing any more.
     */
    said: p.json().$type<Record<string, unknown>>().nullable().lazy(),
    /** A hash of what the store says and the order is not, as it was told last. */
    toldHash: p.string().length(64).nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  uniques: [
    { name: 'shopify_orders_once', properties: ['clientId', 'shop', 'shopifyOrderId', 'organizationId'] },
    { name: 'shopify_orders_order', properties: ['orderId', 'organizationId'] },
  ],
  ...tenantTable({ organization: 'none' }),
});

/** Which order here an order of a store became. */
export class ShopifyOrder extends schema.class {}
schema.setClass(ShopifyOrder);
