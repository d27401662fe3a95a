import { defineEntity, p } from '@mikro-orm/core';
import { id, moment } from '../../../../../database/sql/columns.js';
import { tenantTable } from '../../../../../database/tenancy/tenancy.js';

export const dataRequestStates = ['waiting', 'ready', 'cleared'] as const;
export type DataRequestState = (typeof dataRequestStates)[number];

const schema = defineEntity({
  name: 'ShopifyDataRequest',
  tableName: 'shopify_data_requests',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    shop: p.string().length(255),
    /** The webhook that asked. */
    webhookEventId: p.uuid(),
    /** Shopify's numbers of the request, the customer and the orders asked for; the last two until it is cleared. */
    requestNumber: p.string().length(20).nullable(),
    customerNumber: p.string().length(20).nullable(),
    orderNumbers: p.array().$type<string[]>(),
    state: p.string().$type<DataRequestState>().length(10).default('waiting'),
    requestedAt: moment(),
    /** By then the store's owner must have answered its customer. */
    dueAt: moment(),
    readyAt: moment().nullable(),
    clearedAt: moment().nullable(),
    orderCount: p.integer().nullable(),
    fileSize: p.integer().nullable(),
  },
  uniques: [
    { name: 'shopify_data_requests_once', properties: ['webhookEventId', 'clientId', 'organizationId'] },
  ],
  indexes: [{ name: 'shopify_data_requests_by_client', properties: ['clientId', 'requestedAt', 'id'] }],
  ...tenantTable({ organization: 'none' }),
});

/** A customer of a store asked what is known of them; the answer is a file for the client's owner. */
export class ShopifyDataRequest extends schema.class {}
schema.setClass(ShopifyDataRequest);

/** Where the file is stored. */
export const dataFileKey = (id: string) => `shopify/data-requests/${id}.json`;
