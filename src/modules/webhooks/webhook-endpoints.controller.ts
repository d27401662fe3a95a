import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CallingUser } from '../../auth/access/caller.js';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { UserPrincipal } from '../../auth/access/principal.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import { plainPageQuery } from '../../common/schemas/schemas.js';
import {
  createWebhookEndpointBody,
  updateWebhookEndpointBody,
  webhookEndpointDto,
  webhookEndpointPage,
  webhookEndpointWithSecret,
  type CreateWebhookEndpoint,
  type UpdateWebhookEndpoint,
} from './webhook-endpoints.dto.js';
import { WebhookEndpointsService } from './webhook-endpoints.service.js';

@ApiTags('Webhook endpoints')
@Controller('v1/webhook-endpoints')
export class WebhookEndpointsController {
  constructor(private readonly endpoints: WebhookEndpointsService) {}

  @Get()
  @Endpoint({
    permission: 'webhooks:manage',
    summary: 'List webhook endpoints',
    description:
      'Those of your own team: a client’s are its own, and the organization’s are apart from them.',
    returns: 'One page of endpoints, newest first.',
    response: webhookEndpointPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listWebhookEndpoints(@Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>) {
    return this.endpoints.listWebhookEndpoints(query);
  }

  @Post()
  @Endpoint({
    permission: 'webhooks:manage',
    summary: 'Have events sent to an address',
    description:
      'Each event that your team may read, of the types named, is sent as a POST, from now on. Messages follow Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature`, which `waybill.webhooks.verify()` of the SDK and the libraries of standardwebhooks.com check. Any answer of 2xx within 15 seconds is success; anything else, redirects too, is tried again for about three days, no sooner than a `Retry-After` asks, up to a day. A message may come more than once, always with the same `webhook-id`, and messages may overtake each other: `data` and `createdAt` say what came first.',
    returns:
      'The new endpoint with its secret. Store it now: no other call shows it, only this one again under its `Idempotency-Key`, for 24 hours.',
    response: webhookEndpointWithSecret,
    etag: true,
    status: 201,
    errors: ['webhook_endpoints_full'],
  })
  createWebhookEndpoint(
    @CallingUser() caller: UserPrincipal,
    @Body({ schema: createWebhookEndpointBody }) body: CreateWebhookEndpoint,
  ) {
    return this.endpoints.createWebhookEndpoint(caller, body);
  }

  @Get(':id')
  @Endpoint({
    permission: 'webhooks:manage',
    summary: 'Get a webhook endpoint',
    description: '`failingSince` and `disabledReason` say how it does. Its secret is not shown.',
    returns: 'The endpoint.',
    response: webhookEndpointDto,
    etag: true,
    errors: ['not_found'],
  })
  getWebhookEndpoint(@Param('id', IdPipe) id: string) {
    return this.endpoints.getWebhookEndpoint(id);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'webhooks:manage',
    summary: 'Change a webhook endpoint',
    description:
      'Its secret stays. One that was disabled, by whatever reason, is enabled again by `enabled: true`; what happened meanwhile is not sent.',
    returns: 'The endpoint as it is now.',
    response: webhookEndpointDto,
    etag: true,
    errors: ['not_found', 'stale_version'],
  })
  updateWebhookEndpoint(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateWebhookEndpointBody }) body: UpdateWebhookEndpoint,
  ) {
    return this.endpoints.updateWebhookEndpoint(id, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'webhooks:manage',
    summary: 'Delete a webhook endpoint',
    description: 'Nothing is sent to it any more, also nothing that was waiting for another attempt.',
    returns: 'The endpoint is gone.',
    errors: ['not_found', 'stale_version'],
  })
  deleteWebhookEndpoint(@Param('id', IdPipe) id: string): Promise<void> {
    return this.endpoints.deleteWebhookEndpoint(id);
  }

  @Post(':id/rotate-secret')
  @Endpoint({
    permission: 'webhooks:manage',
    sdkName: 'rotateSecret',
    summary: 'Replace the secret of a webhook endpoint',
    description:
      'For 24 hours messages carry two signatures, by the new secret and by the one before, so that receivers can change over. Rotated again within that time, only the newest two sign.',
    returns:
      'The endpoint with its new secret. Store it now: no other call shows it, only this one again under its `Idempotency-Key`, for 24 hours.',
    response: webhookEndpointWithSecret,
    etag: true,
    errors: ['not_found'],
  })
  rotateWebhookSecret(@Param('id', IdPipe) id: string) {
    return this.endpoints.rotateWebhookSecret(id);
  }
}
