import { defineEntity, p } from '@mikro-orm/core';
import { createdAt, id, moment, updatedAt, version } from '../../../database/sql/columns.js';
import { tenantTable } from '../../../database/tenancy/tenancy.js';

const schema = defineEntity({
  name: 'ShopifyStore',
  tableName: 'shopify_stores',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    /** Its domain, e.g. `book-nook.myshopify.com`. */
    shop: p.string().length(100),
    /** What was granted, by Shopify's names. */
    scopes: p.array().$type<string[]>(),
    /** Access and refresh token with their ends, as one sealed JSON; null once the store is disconnected. */
    sealedTokens: p.text().nullable(),
    /** Until then one caller alone renews them; a lease, for the network is no place to hold a lock. */
    refreshingUntil: moment().nullable(),
    /** Since when it refuses its tokens; it has to be connected again. */
    accessLostAt: moment().nullable(),
    autoFulfill: p.boolean().default(false),
    notifyCustomer: p.boolean().default(false),
    autoImport: p.boolean().default(false),
    /** Since when new orders become drafts by themselves; none that is older does. */
    autoImportFrom: moment().nullable(),
    /** Who connected it. */
    connectedBy: p.uuid().nullable(),
    connectedAt: moment(),
    disconnectedAt: moment().nullable(),
    /** When its webhook subscriptions were last found in order. */
    subscribedAt: moment().nullable(),
    /** What the store told until then was heard; what came later is looked for once a day. */
    heardUntil: moment().nullable(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    version: version(),
  },
  indexes: [{ name: 'shopify_stores_by_client', properties: ['clientId', 'id'] }],
  uniques: [{ name: 'shopify_stores_shop', properties: ['shop'], where: 'disconnected_at is null' }],
  ...tenantTable({ organization: 'none' }),
});

/** A Shopify store that a client connected; to no other client at the same time. */
export class ShopifyStore extends schema.class {}
schema.setClass(ShopifyStore);
