import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Endpoint } from '../../../auth/access/endpoint.js';
import { bulkResult, type BulkResult } from '../../../common/problems/problem-schemas.js';
import { orderIdsBody, submitOrdersBody, type OrderIds, type SubmitOrders } from './order-actions.dto.js';
import { OrderActionsService } from './order-actions.service.js';

@ApiTags('Orders')
@Controller('v1/orders')
export class OrderActionsController {
  constructor(private readonly actions: OrderActionsService) {}

  @Post('submit')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Submit drafts to the delivery company',
    returns: 'Which orders were submitted, and why the others were not.',
    description:
      'Per order: `not_found`, `required_fields_missing` (which fields, in `detail`) or `order_not_submittable`.',
    response: bulkResult,
    errors: ['order_upload_not_allowed'],
  })
  submitOrders(@Body({ schema: submitOrdersBody }) body: SubmitOrders): Promise<BulkResult> {
    return this.actions.submitOrders(body);
  }

  @Post('withdraw')
  @Endpoint({
    permission: 'orders:write',
    summary: 'Take submitted orders back while they are on no route',
    returns: 'Which orders are drafts again, and why the others are not.',
    description: 'Per order: `not_found`, `order_on_route` or `order_not_withdrawable`.',
    response: bulkResult,
  })
  withdrawOrders(@Body({ schema: orderIdsBody }) body: OrderIds): Promise<BulkResult> {
    return this.actions.withdrawOrders(body.ids);
  }

  @Post('delete')
  @Endpoint({
    permission: 'orders:write',
    sdkName: 'deleteMany',
    summary: 'Delete drafts',
    returns: 'Which drafts are gone, and why the others are not.',
    description: 'Per order: `not_found` or `order_not_editable`.',
    response: bulkResult,
  })
  deleteOrders(@Body({ schema: orderIdsBody }) body: OrderIds): Promise<BulkResult> {
    return this.actions.deleteOrders(body.ids);
  }
}
