import { Module } from '@nestjs/common';
import { ShopifyWebhooksController } from './shopify-webhooks.controller.js';
import { ShopifyWebhooksService } from './shopify-webhooks.service.js';
import { SignedBodies } from './signed-bodies.js';
import { WebhookHandling } from './webhook-handling.js';

/** What stores tell by webhooks, and what privacy law asks for. */
@Module({
  controllers: [ShopifyWebhooksController],
  providers: [SignedBodies, ShopifyWebhooksService, WebhookHandling],
})
export class ReceivingModule {}
