import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import {
  deliveriesQuery,
  recoveredDto,
  recoverWebhookBody,
  testWebhookBody,
  webhookDeliveryDto,
  webhookDeliveryPage,
  webhookDeliveryWithAttempts,
  type DeliveriesQuery,
  type RecoverWebhook,
  type TestWebhook,
} from './webhook-deliveries.dto.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';

@ApiTags('Webhook endpoints')
@Controller('v1')
export class WebhookDeliveriesController {
  constructor(private readonly deliveries: WebhookDeliveriesService) {}

  @Get('webhook-endpoints/:id/deliveries')
  @Endpoint({
    permission: 'webhooks:manage',
    sdkName: 'listDeliveries',
    summary: 'List what was sent to a webhook endpoint',
    description: 'Deliveries are kept for 30 days. What was sent and answered is told with each one alone.',
    returns: 'One page of deliveries, newest first.',
    response: webhookDeliveryPage,
    errors: ['not_found', 'cursor_invalid', 'cursor_mismatch'],
  })
  listWebhookDeliveries(
    @Param('id', IdPipe) id: string,
    @Query({ schema: deliveriesQuery }) query: DeliveriesQuery,
  ) {
    return this.deliveries.listDeliveries(id, query);
  }

  @Post('webhook-endpoints/:id/test')
  @Endpoint({
    permission: 'webhooks:manage',
    sdkName: 'test',
    summary: 'Send a test to a webhook endpoint',
    description:
      'Sends an example of an event, signed like any other, whatever types the endpoint is sent. Its `eventId` is null, and nothing has happened. Ask for the delivery to see what came of it.',
    returns: 'The delivery, which is under way.',
    response: webhookDeliveryDto,
    status: 202,
    location: '/v1/webhook-deliveries',
    errors: ['not_found', 'webhook_endpoint_disabled'],
  })
  testWebhookEndpoint(@Param('id', IdPipe) id: string, @Body({ schema: testWebhookBody }) body: TestWebhook) {
    return this.deliveries.test(id, body);
  }

  @Post('webhook-endpoints/:id/recover')
  @Endpoint({
    permission: 'webhooks:manage',
    sdkName: 'recover',
    summary: 'Send again what failed since a moment',
    description:
      'Begins failed deliveries anew, the oldest first, at most 10,000 by one call, each under its `webhook-id` of before.',
    returns: 'How many are sent again.',
    response: recoveredDto,
    status: 202,
    errors: ['not_found', 'webhook_endpoint_disabled'],
  })
  recoverWebhookEndpoint(
    @Param('id', IdPipe) id: string,
    @Body({ schema: recoverWebhookBody }) body: RecoverWebhook,
  ) {
    return this.deliveries.recover(id, body);
  }

  @Get('webhook-deliveries/:id')
  @Endpoint({
    permission: 'webhooks:manage',
    sdkName: 'getDelivery',
    summary: 'Get a delivery',
    description: 'With every attempt: what was sent, what the receiver answered, and how long it took.',
    returns: 'The delivery and its attempts.',
    response: webhookDeliveryWithAttempts,
    errors: ['not_found'],
  })
  getWebhookDelivery(@Param('id', IdPipe) id: string) {
    return this.deliveries.getDelivery(id);
  }

  @Post('webhook-deliveries/:id/redeliver')
  @Endpoint({
    permission: 'webhooks:manage',
    sdkName: 'redeliver',
    summary: 'Send a delivery again',
    description:
      'At once, under its `webhook-id` of before, whether it succeeded, failed or waits; the schedule of attempts begins anew. While one is under way, no second one is made beside it.',
    returns: 'The delivery, which is under way.',
    response: webhookDeliveryDto,
    status: 202,
    location: '/v1/webhook-deliveries',
    errors: ['not_found', 'webhook_endpoint_disabled'],
  })
  redeliverWebhook(@Param('id', IdPipe) id: string) {
    return this.deliveries.redeliver(id);
  }
}
