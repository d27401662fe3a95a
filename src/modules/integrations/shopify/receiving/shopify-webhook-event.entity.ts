import { defineEntity, p } from '@mikro-orm/core';
import { id, moment } from '../../../../database/sql/columns.js';
import { tenantTable } from '../../../../database/tenancy/tenancy.js';
import type { WebhookSubject } from './webhook-subjects.js';

/** `ignored`: signed, but of no concern to anybody here. */
export type WebhookEventState = 'waiting' | 'done' | 'ignored';

const schema = defineEntity({
  name: 'ShopifyWebhookEvent',
  tableName: 'shopify_webhook_events',
  properties: {
    id: id(),
    /** Shopify's own id of what happened; the same in every repetition. */
    eventId: p.string().length(100),
    topic: p.string().length(100),
    shop: p.string().length(255),
    /** The ids that the body named; nothing else of it is kept. Null once nothing needs them. */
    subject: p.json().$type<WebhookSubject>().nullable(),
    state: p.string().$type<WebhookEventState>().length(10),
    /** What came of it, in words without names. */
    outcome: p.string().length(300).nullable(),
    /** When it happened, as its sender says. */
    triggeredAt: moment().nullable(),
    receivedAt: moment(),
    finishedAt: moment().nullable(),
  },
  // One event may be told under several topics.
  uniques: [{ name: 'shopify_webhook_events_once', properties: ['eventId', 'topic', 'shop'] }],
  indexes: [{ name: 'shopify_webhook_events_by_age', properties: ['receivedAt'] }],
  ...tenantTable({ organization: 'none', client: 'none' }),
});

/** A webhook that a store sent: what it was about, and what came of it. */
export class ShopifyWebhookEvent extends schema.class {}
schema.setClass(ShopifyWebhookEvent);
