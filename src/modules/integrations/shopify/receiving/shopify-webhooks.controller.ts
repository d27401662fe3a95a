import { Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Endpoint } from '../../../../auth/access/endpoint.js';
import { problem } from '../../../../common/problems/problems.js';
import { webhookReceipt, type WebhookReceipt } from './shopify-webhooks.dto.js';
import { ShopifyWebhooksService } from './shopify-webhooks.service.js';

@ApiTags('Integrations')
@Controller('v1/integrations/shopify')
export class ShopifyWebhooksController {
  constructor(private readonly webhooks: ShopifyWebhooksService) {}

  @Post('webhooks')
  @Endpoint({
    permission: 'public',
    sdkName: 'receiveWebhook',
    summary: 'Where Shopify tells what happened in a store',
    description:
      'For Shopify alone: the body must be signed with the secret of the app, in `X-Shopify-Hmac-Sha256`. Every signed webhook is answered at once and worked on later; one that comes again is taken no second time. What is done goes by what the store says when it is asked, not by the body.',
    returns: 'That it was taken.',
    response: webhookReceipt,
    errors: ['shopify_signature_invalid', 'too_large', 'unsupported_media_type', 'malformed_json'],
    // Shopify sends in bursts, and deletes the subscriptions of those who refuse. What is not signed gets no further.
    unlimited: true,
  })
  async receiveShopifyWebhook(@Req() request: FastifyRequest): Promise<WebhookReceipt> {
    const { signedBody, headers } = request;
    if (!signedBody) throw problem('shopify_signature_invalid');
    return { receipt: await this.webhooks.receive(headers, signedBody) };
  }
}
