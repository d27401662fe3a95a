import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { IncomingHttpHeaders } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { Database, rowsOf } from '../../../../database/database.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { ShopifyStore } from '../shopify-store.entity.js';
import type { WebhookReceipt } from './shopify-webhooks.dto.js';
import type { WebhookEventState } from './shopify-webhook-event.entity.js';
import { readWebhookHeaders, type WebhookHeaders } from './webhook-headers.js';
import { turnOf } from './webhook-work.js';
import { complianceTopics, isTopic, readSubject, type WebhookSubject } from './webhook-subjects.js';

const keepSql = `
  insert into shopify_webhook_events
    (id, event_id, topic, shop, subject, state, outcome, triggered_at, received_at, finished_at)
  values ($1, $2, $3, $4, $5::jsonb, $6::text, $7, $8, now(), case when $6::text = 'waiting' then null else now() end)
  on conflict (event_id, topic, shop) do nothing
  returning id`;

/** How a webhook is to be kept. */
interface Judged {
  state: WebhookEventState;
  subject: WebhookSubject | null;
  outcome: string | null;
  /** The connected store that it is about; its webhooks are worked on one after the other. */
  store: ShopifyStore | null;
}

/** Takes signed webhooks: one row and one job for each, in one transaction. */
@Injectable()
export class ShopifyWebhooksService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  async receive(headers: IncomingHttpHeaders, body: Buffer): Promise<WebhookReceipt['receipt']> {
    const told = readWebhookHeaders(headers, body);
    return this.db.asSystem('Shopify is nobody’s member: the store says whose it is', async (em) => {
      const judged = await this.judge(em, told, body);
      const { state, subject, outcome, store } = judged;
      const id = uuidv7();
      const { eventId, topic, shop, triggeredAt } = told;
      const values = [id, eventId, topic, shop, subject && JSON.stringify(subject), state, outcome];
      const kept = await rowsOf(em, keepSql, [...values, triggeredAt?.toISOString() ?? null]);
      if (kept.length === 0) return 'repeated';
      if (state === 'ignored') return 'ignored';
      await this.jobs.enqueue(em, 'shopify.receive', { webhookEventId: id }, store ? turnOf(store) : {});
      return 'accepted';
    });
  }

  private async judge(em: EntityManager, told: WebhookHeaders, body: Buffer): Promise<Judged> {
    const { topic, shop } = told;
    const store = await em.findOne(ShopifyStore, { shop, disconnectedAt: null });
    const ignored = (outcome: string): Judged => ({ state: 'ignored', subject: null, outcome, store });
    if (!isTopic(topic)) return ignored('Nothing here goes by this topic.');
    if (!store && !complianceTopics.includes(topic)) return ignored('No such store is connected.');
    const read = readSubject(topic, shop, body);
    if ('refused' in read) return ignored(read.refused);
    return { state: 'waiting', subject: read.subject, outcome: null, store };
  }
}
