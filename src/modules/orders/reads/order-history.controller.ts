import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Endpoint } from '../../../auth/access/endpoint.js';
import { IdPipe } from '../../../common/http/id.pipe.js';
import { plainPageQuery } from '../../../common/schemas/schemas.js';
import {
  orderSummary,
  orderTimeline,
  proofOfDelivery,
  type OrderSummary,
  type ProofOfDelivery,
} from './order-history.dto.js';
import { OrderReadsService } from './order-reads.service.js';

@ApiTags('Orders')
@Controller('v1/orders')
export class OrderHistoryController {
  constructor(private readonly reads: OrderReadsService) {}

  @Get('summary')
  @Endpoint({
    permission: 'orders:read',
    summary: 'Count orders by state',
    description: 'Counts all of your client’s orders.',
    returns: 'The number of orders in each state.',
    response: orderSummary,
  })
  getOrderSummary(): Promise<OrderSummary> {
    return this.reads.getOrderSummary();
  }

  @Get(':id/timeline')
  @Endpoint({
    permission: 'orders:read',
    summary: 'What happened to an order, newest first',
    description: 'Every change, with who made it and why.',
    returns: 'A page of entries, the newest first.',
    response: orderTimeline,
    errors: ['not_found', 'cursor_invalid', 'cursor_mismatch'],
  })
  listOrderTimeline(
    @Param('id', IdPipe) id: string,
    @Query({ schema: plainPageQuery }) query: z.output<typeof plainPageQuery>,
  ) {
    return this.reads.listOrderTimeline(id, query);
  }

  @Get(':id/proof-of-delivery')
  @Endpoint({
    permission: 'orders:read',
    summary: 'How the last attempt ended, and its proof',
    description: 'Before the first attempt the state is `unattempted`.',
    returns: 'The state of the delivery, the signee and the proof.',
    response: proofOfDelivery,
    errors: ['not_found'],
  })
  getProofOfDelivery(@Param('id', IdPipe) id: string): Promise<ProofOfDelivery> {
    return this.reads.getProofOfDelivery(id);
  }
}
