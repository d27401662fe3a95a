import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../../database/database.js';
import { Jobs } from '../../../../jobs/jobs.js';
import { ShopifyWebhookEvent } from './shopify-webhook-event.entity.js';

/** Works on webhooks that were taken. */
@Injectable()
export class WebhookHandling implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('shopify.receive', ({ webhookEventId }) => this.handle(webhookEventId));
  }

  private async handle(id: string): Promise<void> {
    await this.db.asSystem('a webhook is nobody’s until it is read', (em) =>
      em.nativeUpdate(
        ShopifyWebhookEvent,
        { id, state: 'waiting' },
        { state: 'done', finishedAt: new Date() },
      ),
    );
  }
}
