import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { pageOf } from '../../common/schemas/schemas.js';
import type { OrderProfile } from '../../order-sheets/index.js';
import { columnUse, toTarget } from './import-columns.js';

const orderProfileDto = z
  .object({
    name: z
      .string()
      .meta({ description: 'What `profile` of an upload calls it.', example: 'shopify-orders' }),
    label: z.string().meta({ description: 'What people call it.', example: 'Shopify orders export' }),
    description: z.string().describe('Where such a file comes from, and what is peculiar about it.'),
    rowsPerOrder: described('Which rows are one order:', {
      one: 'Each row.',
      many: 'Rows below each other with the same Id; their products and package counts are gathered.',
    } satisfies Record<OrderProfile['rowsPerOrder'], string>),
    columns: z
      .array(
        z
          .object({
            header: z.string().meta({ description: 'The header in the file.', example: 'Shipping Street' }),
            ...columnUse,
          })
          .meta({
            id: 'OrderProfileColumn',
            description: 'A column of such a file and what it is used for.',
          }),
      )
      .describe('The columns that become part of an order. The others are left out on purpose.'),
  })
  .meta({ id: 'OrderProfile', description: 'A layout in which another program hands out orders.' });
type OrderProfileDto = z.output<typeof orderProfileDto>;

export const orderProfilePage = pageOf(orderProfileDto, 'OrderProfilePage', 'profiles');
export type OrderProfilePage = z.output<typeof orderProfilePage>;

export function toOrderProfile({
  name,
  label,
  description,
  rowsPerOrder,
  columns,
}: OrderProfile): OrderProfileDto {
  const used = Object.entries(columns).filter(([, target]) => target !== null);
  return {
    name,
    label,
    description,
    rowsPerOrder,
    columns: used.map(([header, target]) => ({ header, ...toTarget(target) })),
  };
}
