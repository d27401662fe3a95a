import { z } from 'zod';
import { idList, uuid } from '../../common/schemas.js';

export const orderIdsBody = z.strictObject({ ids: idList }).meta({ id: 'OrderIds' });
export type OrderIds = z.output<typeof orderIdsBody>;

export const submitOrdersBody = z
  .strictObject({
    ids: idList.optional().describe('These orders.'),
    importId: uuid.optional().describe('Every draft that this import made.'),
    all: z.literal(true).optional().describe('Every draft you have.'),
  })
  .refine((body) => Object.values(body).filter((value) => value !== undefined).length === 1, {
    message: 'must hold exactly one of `ids`, `importId` and `all`',
  })
  .meta({ id: 'SubmitOrders' });
export type SubmitOrders = z.output<typeof submitOrdersBody>;
