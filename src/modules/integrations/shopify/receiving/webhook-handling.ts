import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import type { JobRun } from '../../../../jobs/job-handling.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { Erasures } from './erasing/erasures.js';
import { DataRequests } from './exporting/data-requests.js';
import { OrderWebhooks } from './order-webhooks.js';
import { ShopifyWebhookEvent } from './shopify-webhook-event.entity.js';
import { Uninstalls } from './uninstalls.js';
import { turnOf, type Handled, type ReceivedWebhook } from './webhook-work.js';

/** Works on webhooks that were taken. What is done twice changes nothing the second time. */
@Injectable()
export class WebhookHandling implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly orders: OrderWebhooks,
    private readonly uninstalls: Uninstalls,
    private readonly requests: DataRequests,
    private readonly erasures: Erasures,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.receive', ({ webhookEventId }, run) => this.handle(webhookEventId, run));
  }

  private async handle(id: string, { signal }: JobRun): Promise<void> {
    const event = await this.db.asSystem('a webhook is nobody’s until it is read', (em) =>
      em.findOne(ShopifyWebhookEvent, { id, state: 'waiting' }),
    );
    if (!event?.subject) return;
    const handled = await this.workOn(event as ReceivedWebhook, signal);
    await this.db.asSystem('it is nobody’s', async (em) => {
      if (typeof handled === 'object') {
        const runAt = new Date(Date.now() + handled.againInSeconds * 1_000);
        const turn = { ...turnOf(handled.store), runAt };
        await this.jobs.enqueue(em, 'shopify.receive', { webhookEventId: id }, turn);
        return;
      }
      // What it was about is known to whom it concerns; the ids are needed no more.
      const done = { state: 'done' as const, subject: null, outcome: handled, finishedAt: new Date() };
      await em.nativeUpdate(ShopifyWebhookEvent, { id, state: 'waiting' }, done);
    });
  }

  private async workOn(event: ReceivedWebhook, signal: AbortSignal): Promise<Handled> {
    switch (event.topic) {
      case 'app/uninstalled':
        return this.uninstalls.handle(event, signal);
      case 'orders/create':
      case 'orders/updated':
      case 'orders/cancelled':
        return this.orders.handle(event, signal);
      case 'customers/data_request':
        return this.requests.take(event);
      case 'customers/redact':
        return this.erasures.ofCustomer(event);
      case 'shop/redact':
        return this.erasures.ofShop(event);
    }
  }
}
