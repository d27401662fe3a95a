import { Module } from '@nestjs/common';
import { WebhookEndpointsController } from './webhook-endpoints.controller.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';
import { WebhookSecrets } from './webhook-secrets.js';

@Module({
  controllers: [WebhookEndpointsController],
  providers: [WebhookEndpointsService, WebhookSecrets],
})
export class WebhooksModule {}
