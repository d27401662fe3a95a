import { z } from 'zod';
import { exactlyOne } from '../../../common/schemas/exactly-one.js';
import { idList, uuid } from '../../../common/schemas/schemas.js';

export const orderIdsBody = z
  .strictObject({ ids: idList.describe('Ids of the orders, 1 to 1000.') })
  .meta({ id: 'OrderIds', description: 'Which orders to act on.' });
export type OrderIds = z.output<typeof orderIdsBody>;

export const submitOrdersBody = z
  .strictObject({
    ids: idList.optional().describe('The orders with these ids, 1 to 1000.'),
    importId: uuid
      .optional()
      .describe('Every draft that this import has made by now: wait for its end first.'),
    all: z
      .literal(true)
      .optional()
      .meta({
        description: 'Every draft you have: `true`.',
        'x-enum-descriptions': ['Every draft you have.'],
      }),
  })
  .superRefine(exactlyOne('ids', 'importId', 'all'))
  .meta({
    id: 'SubmitOrders',
    description: 'Which drafts to submit: exactly one of `ids`, `importId` and `all`.',
  });
export type SubmitOrders = z.output<typeof submitOrdersBody>;
