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
    description:
      'Takes up to 1000 `ids`, the drafts of one import, or all drafts; each order succeeds or fails by itself. The dispatchers see it among their unassigned stops at once. Per order: `not_found`, `required_fields_missing` (which fields, in `detail`), `order_not_submittable`, or `store_cancelled` for a draft that the store it came from cancelled: delete it, or change it to say that you mean it all the same (`PATCH /v1/orders/{id}`, be it with `{}`).',
    returns: 'How many were submitted, and why each other was not.',
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
    description:
      'They become drafts again and leave the dispatchers’ list. Should a dispatcher put one on a route at the same moment, exactly one of you succeeds. Per order: `not_found`, `order_on_route`, or `order_not_withdrawable` for a draft, for one that was attempted, and for a stop that the delivery company made.',
    returns: 'Which orders are drafts again, and why each other is not.',
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
    description:
      'They are gone for good, their `externalId`s free again. Per order: `not_found`, or `order_not_editable` for one that is no draft.',
    returns: 'Which drafts were deleted, and why each other was not.',
    response: bulkResult,
  })
  deleteOrders(@Body({ schema: orderIdsBody }) body: OrderIds): Promise<BulkResult> {
    return this.actions.deleteOrders(body.ids);
  }
}
