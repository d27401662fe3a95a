import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../../../database/sql/columns.js';
import { tenantTable } from '../../../../database/tenancy/tenancy.js';
import type { FulfillmentState } from './fulfillment-states.js';

const schema = defineEntity({
  name: 'ShopifyFulfillment',
  tableName: 'shopify_fulfillments',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    orderId: p.uuid(),
    /** The fulfilment order, by its global id at Shopify. */
    fulfillmentOrderId: p.string().length(100),
    location: p.string().length(255).nullable(),
    state: p.string().$type<FulfillmentState>().length(10),
    reason: p.string().length(500).nullable(),
    /** The fulfilment that was made of it, by its global id. */
    fulfillmentId: p.string().length(100).nullable(),
    /** Whether the store was asked to tell its customer. */
    notified: p.boolean().default(false),
    intendedAt: moment().nullable(),
    endedAt: moment().nullable(),
    /** When the timeline told of it. */
    toldAt: moment().nullable(),
    createdAt: createdAt(),
  },
  uniques: [
    { name: 'shopify_fulfillments_one', properties: ['orderId', 'fulfillmentOrderId', 'organizationId'] },
  ],
  ...tenantTable({ organization: 'none' }),
});

/** The ledger of what was marked as fulfilled: one row a fulfilment order, written before the store is asked and after. */
export class ShopifyFulfillment extends schema.class {}
schema.setClass(ShopifyFulfillment);
