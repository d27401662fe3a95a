import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../../../auth/access/endpoint.js';
import { IdPipe } from '../../../../common/http/id.pipe.js';
import {
  fulfillmentDto,
  fulfillmentPage,
  fulfillmentQuery,
  type FulfillmentDto,
  type FulfillmentQuery,
} from './fulfillments.dto.js';
import { FulfillmentsService } from './fulfillments.service.js';

@ApiTags('Integrations')
@Controller('v1/integrations/shopify/fulfillments')
export class FulfillmentsController {
  constructor(private readonly fulfillments: FulfillmentsService) {}

  @Get()
  @Endpoint({
    permission: 'integrations:read',
    sdkName: 'listShopifyFulfillments',
    summary: 'List how far orders are with being marked as fulfilled',
    description:
      'Delivered orders that came from a Shopify store whose `autoFulfill` is on, or for which it was asked. With `state=failed` those that need somebody, each with the reason in plain words.',
    returns: 'One page of fulfilments, newest first.',
    response: fulfillmentPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listShopifyFulfillments(@Query({ schema: fulfillmentQuery }) query: FulfillmentQuery) {
    return this.fulfillments.listFulfillments(query);
  }

  @Post(':orderId/retry')
  @Endpoint({
    permission: 'orders:write',
    sdkName: 'retryShopifyFulfillment',
    summary: 'Mark a delivered order as fulfilled now',
    description:
      'Tries again what failed, once its reason is mended; and marks an order that was delivered while `autoFulfill` was off. The store is looked at first, so that nothing is marked twice; its customer is told where `notifyCustomer` is on.',
    returns: 'It is under way; the list and the order’s timeline say how it ends.',
    response: fulfillmentDto,
    status: 202,
    errors: ['not_found', 'order_not_fulfillable', 'shopify_not_connected'],
  })
  retryShopifyFulfillment(@Param('orderId', IdPipe) orderId: string): Promise<FulfillmentDto> {
    return this.fulfillments.fulfil(orderId);
  }
}
