import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt } from '../../../../database/sql/columns.js';
import { tenantTable } from '../../../../database/tenancy/tenancy.js';
import type { OrderFulfillmentFailure, OrderFulfillmentState } from './fulfillment-states.js';

const schema = defineEntity({
  name: 'ShopifyOrderFulfillment',
  tableName: 'shopify_order_fulfillments',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    orderId: p.uuid(),
    shop: p.string().length(100),
    state: p.string().$type<OrderFulfillmentState>().length(20),
    failure: p.string().$type<OrderFulfillmentFailure>().length(30).nullable(),
    /** Why it failed, or what it waits for, in plain words. */
    reason: p.string().length(500).nullable(),
    /** Whether the store was asked to tell its customer. */
    notified: p.boolean().default(false),
    fulfilledAt: moment().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  uniques: [{ name: 'shopify_order_fulfillments_order', properties: ['orderId', 'organizationId'] }],
  indexes: [{ name: 'shopify_order_fulfillments_by_client', properties: ['clientId', 'createdAt', 'id'] }],
  ...tenantTable({ organization: 'none' }),
});

/** How far an order is with being marked as fulfilled in the store that it came from. */
export class ShopifyOrderFulfillment extends schema.class {}
schema.setClass(ShopifyOrderFulfillment);
