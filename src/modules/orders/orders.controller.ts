import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../auth/access/endpoint.js';
import { IdPipe } from '../../common/http/id.pipe.js';
import type { OrderChanges, OrderInput } from '../../order-fields/order-input.schema.js';
import {
  batchResult,
  createOrderBody,
  createOrdersBody,
  updateOrderBody,
  type BatchResult,
  type CreateOrders,
} from './drafts/order-batch.dto.js';
import {
  orderFieldsQuery,
  orderListQuery,
  type OrderFieldsQuery,
  type OrderListQuery,
} from './reads/order-list.dto.js';
import { OrderReadsService } from './reads/order-reads.service.js';
import { orderDto, orderPage, sparseOrder, sparseOrderPage, type OrderDto } from './orders.dto.js';
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
      'The delivery company sees it once it is submitted. It may still lack required fields, which `missingFields` names; an address, or latitude and longitude, is needed at once. An `externalId` that another of your orders has answers `external_id_taken`.',
    returns: 'The new draft.',
    response: orderDto,
    etag: true,
    status: 201,
    sharesWork: true,
    errors: ['order_upload_not_allowed', 'external_id_taken'],
  })
  createOrder(@Body({ schema: createOrderBody }) body: OrderInput): Promise<OrderDto> {
    return this.orders.createOrder(body);
  }

  @Post('batch')
  @Endpoint({
    permission: 'orders:write',
    sdkName: 'createMany',
    summary: 'Make up to 1000 draft orders',
    description:
      'Every good item becomes an order; `results` says for each item, by its place, what became of it. One request for many orders; for a spreadsheet use `POST /v1/order-imports`.',
    returns: 'The result of each item, in the order that they were sent.',
    response: batchResult,
    errors: ['order_upload_not_allowed'],
  })
  createOrders(@Body({ schema: createOrdersBody }) body: CreateOrders): Promise<BatchResult> {
    return this.orders.createOrders(body.orders);
  }

  @Get()
  @Endpoint({
    permission: 'orders:read',
    summary: 'List orders',
    description:
      'Filters add up. `view` takes states together as a portal shows them, `status` names them one by one.',
    returns: 'One page of orders, newest first unless `sort` says otherwise.',
    response: orderPage,
    sparse: sparseOrderPage,
    errors: ['cursor_invalid', 'cursor_mismatch'],
  })
  listOrders(@Query({ schema: orderListQuery }) query: OrderListQuery) {
    return this.reads.listOrders(query);
  }

  @Get(':id')
  @Endpoint({
    permission: 'orders:read',
    summary: 'Get an order',
    description:
      'Shows where it is: its state, route, ETA and last attempt. `GET /v1/orders/{id}/timeline` says how it came there.',
    returns: 'The order.',
    response: orderDto,
    sparse: sparseOrder,
    etag: true,
    errors: ['not_found'],
  })
  getOrder(@Param('id', IdPipe) id: string, @Query({ schema: orderFieldsQuery }) query: OrderFieldsQuery) {
    return this.reads.getOrder(id, query);
  }

  @Patch(':id')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Change a draft order',
    description:
      'What is absent stays; null empties a field. A draft that its store cancelled is meant all the same from then on, whatever is changed, be it nothing: `storeCancelledAt` is null again, and it can be submitted. Anything but a draft answers `order_not_editable`: withdraw it first.',
    returns: 'The order with its new version.',
    response: orderDto,
    etag: true,
    errors: ['not_found', 'order_not_editable', 'external_id_taken', 'stale_version'],
  })
  updateOrder(
    @Param('id', IdPipe) id: string,
    @Body({ schema: updateOrderBody }) body: OrderChanges,
  ): Promise<OrderDto> {
    return this.orders.updateOrder(id, body);
  }

  @Delete(':id')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Delete a draft order',
    description:
      'It is gone for good, its `externalId` free again. Anything but a draft answers `order_not_editable`: withdraw it first.',
    returns: 'The draft is deleted.',
    errors: ['not_found', 'order_not_editable', 'stale_version'],
  })
  deleteOrder(@Param('id', IdPipe) id: string): Promise<void> {
    return this.orders.deleteOrder(id);
  }
}
