import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment } from '../../../../database/sql/columns.js';
import { tenantTable } from '../../../../database/tenancy/tenancy.js';
import type { EventState, TrackedStatus } from './fulfillment-states.js';

const schema = defineEntity({
  name: 'ShopifyFulfillmentEvent',
  tableName: 'shopify_fulfillment_events',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    orderId: p.uuid(),
    /** The fulfilment that carries it, by its global id; empty where there was none. */
    fulfillmentId: p.string().length(100),
    status: p.string().$type<TrackedStatus>().length(30),
    happenedAt: moment(),
    estimatedDeliveryAt: moment().nullable(),
    state: p.string().$type<EventState>().length(10),
    reason: p.string().length(500).nullable(),
    createdAt: createdAt(),
    endedAt: moment().nullable(),
  },
  uniques: [
    {
      name: 'shopify_fulfillment_events_one',
      properties: ['orderId', 'fulfillmentId', 'status', 'happenedAt', 'organizationId'],
    },
  ],
  ...tenantTable({ organization: 'none' }),
});

/** The ledger of the events that fulfilments were given, written before the store is asked and after. */
export class ShopifyFulfillmentEvent extends schema.class {}
schema.setClass(ShopifyFulfillmentEvent);
