import { z } from 'zod';
import { exactlyOne } from '../../common/schemas/exactly-one.js';
import { described } from '../../common/schemas/described.js';
import { idList, uuid } from '../../common/schemas/schemas.js';
import { PACKAGE_COUNT } from '../../order-fields/limits.js';

/** Labels of one PDF. */
export const mostLabels = 1000;

export const labelSizes = ['a6', '4x6', 'a4x4'] as const;
export type LabelSize = (typeof labelSizes)[number];

const labelSize = described(
  'The size of the labels:',
  {
    a6: 'One on a page of 105 × 148 mm.',
    '4x6': 'One on a page of 4 × 6 inches.',
    a4x4: 'Four on a page of A4, to be cut.',
  },
  { values: labelSizes },
).meta({ id: 'LabelSize', 'x-enum-varnames': ['a6', 'inches4x6', 'a4x4'] });

const packageNumber = z.coerce.number().int().min(PACKAGE_COUNT.min).max(PACKAGE_COUNT.max);

export const labelQuery = z
  .strictObject({
    size: labelSize.default('a6').describe('How large the labels are.'),
    from: packageNumber
      .default(1)
      .describe('Number of the first package to print, 1 by default: labels go on saying `1001 of 2500`.'),
    to: packageNumber.optional().meta({
      description: 'Number of the last package to print; left out, the last there is.',
      example: undefined,
    }),
  })
  .refine(({ from, to }) => to === undefined || from <= to, {
    path: ['to'],
    message: 'must not be less than `from`',
  });
export type LabelQuery = z.output<typeof labelQuery>;

const body = {
  ids: idList.optional().describe('The orders with these ids, 1 to 1000, in this order.'),
  size: labelSize.default('a6').describe('How large the labels are.'),
};

export const orderLabelsBody = z
  .strictObject({
    ...body,
    importId: uuid.optional().describe('Every order that this import made, in the order of its rows.'),
  })
  .superRefine(exactlyOne('ids', 'importId'))
  .meta({
    id: 'OrderLabels',
    description: 'Whose labels to make: exactly one of `ids` and `importId`.',
    example: { ids: ['0195d0c2-7c1e-7000-8000-3f2a5b6c7d8e'], size: 'a6' },
  });
export type OrderLabels = z.output<typeof orderLabelsBody>;
