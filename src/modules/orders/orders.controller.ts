import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import type { OrderContent } from '../../order-fields/order-content.js';
import type { OrderPatch } from '../../order-fields/order-content.schema.js';
import {
  batchResult,
  createOrderBody,
  createOrdersBody,
  updateOrderBody,
  type BatchResult,
  type CreateOrders,
} from './drafts/order-batch.dto.js';
import { orderListQuery, type OrderListQuery } from './reads/order-list.dto.js';
import { OrderReadsService } from './reads/order-reads.service.js';
import { orderDto, orderPage, type OrderDto } from './orders.dto.js';
import { OrdersService } from './orders.service.js';

@ApiTags('Orders')
@Controller('v1/orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly reads: OrderReadsService,
  ) {}

  @Post()
  @Endpoint({
    permission: 'orders:write',
    summary: 'Make a draft order',
    description:
      'Only the address has to be there: `addressLineOne`, or latitude and longitude. The delivery company sees nothing of a draft.',
    returns: 'The new draft; `missingFields` says what it lacks before it can be submitted.',
    response: orderDto,
    etag: true,
    status: 201,
    errors: ['order_upload_not_allowed', 'external_id_taken'],
  })
  createOrder(@Body({ schema: createOrderBody }) body: OrderContent): Promise<OrderDto> {
    return this.orders.createOrder(body);
  }

  @Post('batch')
  @Endpoint({
    permission: 'orders:write',
    sdkName: 'createMany',
    summary: 'Make up to 1000 draft orders',
    returns: 'For each item, by its place: the order, or what was wrong.',
    description:
      'Every good item becomes an order; `results` says for each item, by its place, what became of it.',
    response: batchResult,
    errors: ['order_upload_not_allowed', 'external_id_taken'],
  })
  createOrders(@Body({ schema: createOrdersBody }) body: CreateOrders): Promise<BatchResult> {
    return this.orders.createOrders(body.orders);
  }

  @Get()
  @Endpoint({
    permission: 'orders:read',
    summary: 'List orders',
    description: 'The filters can be combined; `view` is the short form for the usual groups of states.',
    returns: 'A page of orders.',
    response: orderPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listOrders(@Query({ schema: orderListQuery }) query: OrderListQuery) {
    return this.reads.listOrders(query);
  }

  @Get(':id')
  @Endpoint({
    permission: 'orders:read',
    summary: 'Get an order',
    description: 'Also shows where it is: its route, its ETA and how the last attempt ended.',
    returns: 'The order as it is now.',
    response: orderDto,
    etag: true,
    errors: ['not_found'],
  })
  getOrder(@Param('id', IdPipe) id: string): Promise<OrderDto> {
    return this.reads.getOrder(id);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Change a draft order',
    returns: 'The draft as it is now.',
    description: 'What is absent stays; null empties a field.',
    response: orderDto,
    etag: true,
    errors: ['not_found', 'order_not_editable', 'external_id_taken', 'stale_version'],
  })
  updateOrder(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateOrderBody }) body: OrderPatch,
  ): Promise<OrderDto> {
    return this.orders.updateOrder(id, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Delete a draft order',
    description: 'Only drafts can be deleted; withdraw a submitted order first.',
    returns: 'The draft is gone.',
    errors: ['not_found', 'order_not_editable', 'stale_version'],
  })
  deleteOrder(@Param('id', IdPipe) id: string): Promise<void> {
    return this.orders.deleteOrder(id);
  }
}
