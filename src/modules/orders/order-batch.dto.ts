import { z } from 'zod';
import { fieldProblem } from '../../common/schemas.js';
import { orderContent, orderPatch } from '../../order-fields/order-content.schema.js';
import { orderDto } from './orders.dto.js';

export const createOrderBody = orderContent.meta({ id: 'CreateOrder' });
export const updateOrderBody = orderPatch.meta({ id: 'UpdateOrder' });

/** Items are checked one by one, so that one bad item does not fail the others. */
export const createOrdersBody = z
  .strictObject({
    orders: z
      .array(z.unknown().meta({ allOf: [{ $ref: '#/components/schemas/CreateOrder' }] }))
      .min(1, 'name at least one')
      .max(1000, 'may hold 1000 at most'),
  })
  .meta({ id: 'CreateOrders' });
export type CreateOrders = z.output<typeof createOrdersBody>;

const batchItem = z
  .object({
    index: z.int().describe('Place in `orders`, from 0.'),
    order: orderDto.optional().describe('When it was made.'),
    problem: z.object({ code: z.string(), detail: z.string(), errors: z.array(fieldProblem) }).optional(),
  })
  .meta({ id: 'BatchItem' });
export type BatchItem = z.output<typeof batchItem>;

export const batchResult = z
  .object({ succeededCount: z.int(), failedCount: z.int(), results: z.array(batchItem) })
  .meta({ id: 'BatchResult' });
export type BatchResult = z.output<typeof batchResult>;
