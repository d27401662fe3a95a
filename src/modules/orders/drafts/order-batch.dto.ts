import { z } from 'zod';
import { fieldProblem, shortProblem } from '../../../common/problems/problem-schemas.js';
import { orderChanges, orderInput } from '../../../order-fields/order-input.schema.js';
import { orderDto } from '../orders.dto.js';

export const createOrderBody = orderInput.meta({
  id: 'CreateOrder',
  description: 'A new order. What it leaves out is empty or has its default.',
});
export const updateOrderBody = orderChanges.meta({
  id: 'UpdateOrder',
  description: 'Changes to a draft. What it leaves out stays.',
});

/** Items are checked one by one, so that one bad item does not fail the others. */
export const createOrdersBody = z
  .strictObject({
    orders: z
      .array(z.unknown().meta({ allOf: [{ $ref: '#/components/schemas/CreateOrder' }] }))
      .min(1, 'name at least one')
      .max(1000, 'may hold 1000 at most')
      .describe('The orders to make, 1 to 1000.'),
  })
  .meta({ id: 'CreateOrders', description: 'Orders to make in one request, each by itself.' });
export type CreateOrders = z.output<typeof createOrdersBody>;

const batchProblem = shortProblem
  .extend({
    errors: z
      .array(fieldProblem)
      .describe('Each thing that is wrong with the order. Pointers start at the body: `/orders/3/address`.'),
  })
  .meta({ id: 'BatchProblem', description: 'Why an order of a batch was not made.' });

const batchItem = z
  .object({
    index: z.int().describe('Which of `orders` it is about, from 0.'),
    order: orderDto.optional().describe('The order as it was made; left out where it was not.'),
    problem: batchProblem.optional().describe('Why the order was not made; left out where it was.'),
  })
  .meta({ id: 'BatchItem', description: 'What became of one order of a batch: `order` or `problem`.' });
export type BatchItem = z.output<typeof batchItem>;

export const batchResult = z
  .object({
    succeededCount: z.int().describe('How many orders were made.'),
    failedCount: z.int().describe('How many orders were not made.'),
    results: z.array(batchItem).describe('What became of each order, as they were sent.'),
  })
  .meta({ id: 'BatchResult', description: 'What a batch did: each order is made or refused by itself.' });
export type BatchResult = z.output<typeof batchResult>;
