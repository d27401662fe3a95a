import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint } from '../../../../auth/access/endpoint.js';
import { messagePolicy } from '../../../../common/http/message-page.js';
import { landingOf } from './callback-page.js';
import { ShopifyCallback } from './shopify-callback.js';

/** Where Shopify sends the browser of a store’s owner. Nothing that software calls by itself. */
@ApiExcludeController()
@Controller('v1/integrations/shopify/callback')
export class ShopifyCallbackController {
  constructor(private readonly callback: ShopifyCallback) {}

  @Get()
  @Endpoint({
    permission: 'public',
    summary: 'Come back from Shopify',
    description: 'For the browser of a store’s owner, after the store has granted what was asked for.',
    returns: 'A page that says what comes next.',
    produces: 'text/html',
  })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', messagePolicy)
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-store')
  async finishShopifyConnection(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const query = request.url.split('?').slice(1).join('?');
    const { html, location } = landingOf(await this.callback.finish(new URLSearchParams(query)));
    if (location !== undefined) void reply.status(303).header('location', location);
    return html;
  }
}
