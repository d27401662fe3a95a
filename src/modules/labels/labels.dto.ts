import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { idList, uuid } from '../../common/schemas/schemas.js';

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

export const labelQuery = z.strictObject({
  size: labelSize.default('a6').describe('How large the labels are.'),
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
  .refine(({ ids, importId }) => (ids === undefined) !== (importId === undefined), {
    message: 'must hold exactly one of `ids` and `importId`',
  })
  .meta({ id: 'OrderLabels', description: 'Whose labels to make: exactly one of `ids` and `importId`.' });
export type OrderLabels = z.output<typeof orderLabelsBody>;
