import { defineEntity, p } from '@mikro-orm/core';
import { id, moment } from '../../../../../database/sql/columns.js';
import { tenantTable } from '../../../../../database/tenancy/tenancy.js';
import type { ErasedCounts } from './erase-orders.queries.js';

export const erasureKinds = ['customer', 'shop'] as const;
export type ErasureKind = (typeof erasureKinds)[number];

export const erasureStates = ['waiting', 'done'] as const;
export type ErasureState = (typeof erasureStates)[number];

const schema = defineEntity({
  name: 'ShopifyErasure',
  tableName: 'shopify_erasures',
  properties: {
    id: id(),
    organizationId: p.uuid(),
    clientId: p.uuid(),
    shop: p.string().length(255),
    /** The webhook that asked. */
    webhookEventId: p.uuid(),
    kind: p.string().$type<ErasureKind>().length(10),
    /** `waiting` while an order is still on its way. */
    state: p.string().$type<ErasureState>().length(10).default('waiting'),
    /** Our orders that are still to be erased. */
    orderIds: p.array().$type<string[]>(),
    counts: p.json().$type<ErasedCounts>(),
    requestedAt: moment(),
    /** Then it is done, wherever the orders are. */
    dueAt: moment(),
    finishedAt: moment().nullable(),
  },
  uniques: [{ name: 'shopify_erasures_once', properties: ['webhookEventId', 'clientId', 'organizationId'] }],
  indexes: [{ name: 'shopify_erasures_by_client', properties: ['clientId', 'requestedAt', 'id'] }],
  ...tenantTable({ organization: 'none' }),
});

/** The receipt of an erasing that Shopify asked for: what, when and how much, and nothing of whom. */
export class ShopifyErasure extends schema.class {}
schema.setClass(ShopifyErasure);
