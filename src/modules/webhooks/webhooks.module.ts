import { Module } from '@nestjs/common';
import { WebhookDeliverer } from './delivering/webhook-deliverer.js';
import { WebhookEndpointMails } from './delivering/webhook-endpoint-mails.js';
import { WebhookFanOut } from './delivering/webhook-fan-out.js';
import { WebhookSender } from './delivering/webhook-sender.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { WebhookEndpointsController } from './webhook-endpoints.controller.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { WebhookSecrets } from './webhook-secrets.js';

@Module({
  controllers: [WebhookEndpointsController, WebhookDeliveriesController],
  providers: [
    WebhookDeliverer,
    WebhookDeliveriesService,
    WebhookEndpointMails,
    WebhookEndpointsService,
    WebhookFanOut,
    WebhookSecrets,
    WebhookSender,
  ],
})
export class WebhooksModule {}
