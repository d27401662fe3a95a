import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../../auth/access/endpoint.js';
import { IdPipe } from '../../../common/http/id.pipe.js';
import { plainPageQuery } from '../../../common/schemas/schemas.js';
import { orderSummary, orderTimeline, type OrderSummary } from './order-history.dto.js';
import { OrderReadsService } from './order-reads.service.js';

@ApiTags('Orders')
@Controller('v1/orders')
export class OrderHistoryController {
  constructor(private readonly reads: OrderReadsService) {}

  @Get('summary')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'summary',
    summary: 'Count orders by state',
    description: 'All numbers of a dashboard in one request. States without orders are there too, with 0.',
    returns: 'The number of orders in each state.',
    response: orderSummary,
  })
  getOrderSummary(): Promise<OrderSummary> {
    return this.reads.getOrderSummary();
  }

  @Get(':id/timeline')
  @Endpoint({
    permission: 'orders:read',
    sdkName: 'timeline',
    summary: 'What happened to an order, newest first',
    description:
      'Each entry says what changed, when, and who or what caused it. More types may be added: pass over those you do not know.',
    returns: 'One page of entries, newest first.',
    response: orderTimeline,
    errors: ['not_found', 'cursor_invalid', 'cursor_mismatch'],
  })
  listOrderTimeline(
    @Param('id', IdPipe) id: string,
    @Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>,
  ) {
    return this.reads.listOrderTimeline(id, query);
  }
}
