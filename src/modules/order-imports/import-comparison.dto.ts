import { z } from 'zod';
import { timestamp, uuid } from '../../common/schemas/schemas.js';
import { orderStatus } from '../orders/orders.dto.js';
import { previewedOrder, previewed } from './import-preview.dto.js';
import { importErrorDto } from './order-imports.dto.js';

/** How much of a comparison is listed, kind by kind. */
export const compared = { listed: 100, errorsListed: previewed.errorsShown };

const row = z.int().meta({
  description: 'Number of its first row as the spreadsheet counts it: that of the file is 1.',
  example: 13,
});
const externalId = z.string().meta({ description: 'Its Id.', example: 'A-1001' });
const orderId = uuid.describe('Id of the order.');

const newOrder = z
  .object({ row, externalId, order: previewedOrder.describe('The order that it would become.') })
  .meta({ id: 'ComparedNewOrder', description: 'An order of the file whose Id no order of yours has.' });

const change = z
  .object({
    field: z.string().meta({
      description: 'Name of the field, as `GET /v1/order-fields` lists them.',
      example: 'packageCount',
    }),
    before: z.string().nullable().meta({
      description: 'What the order has, as a cell would hold it; null for nothing.',
      example: '2',
    }),
    after: z.string().nullable().meta({ description: 'What the file has, likewise.', example: '3' }),
  })
  .meta({ id: 'ComparedChange', description: 'A field in which the file differs from the order.' });

const changedOrder = z
  .object({
    row,
    externalId,
    orderId,
    status: orderStatus.describe('How far the order is; an import updates only drafts.'),
    changes: z
      .array(change)
      .describe('The fields that differ, of those for which the file has columns; the others do not count.'),
  })
  .meta({ id: 'ComparedChangedOrder', description: 'An order of yours that the file would change.' });

const goneOrder = z
  .object({
    externalId,
    orderId,
    status: orderStatus.describe('How far the order is.'),
    recipientName: z.string().nullable().describe('Who receives or hands over; null for none.'),
    address: z.string().nullable().meta({
      description: 'Where it goes, in one line; null where it has coordinates only.',
      example: '476 5th Ave, New York, 10018',
    }),
  })
  .meta({ id: 'ComparedGoneOrder', description: 'An order made before whose Id the file does not hold.' });

const against = z
  .object({
    id: uuid.describe('Id of the import.'),
    fileName: z.string().meta({ description: 'Name of its file.', example: 'orders.xlsx' }),
    createdAt: timestamp.describe('When the file was uploaded.'),
  })
  .meta({ id: 'ComparedImport', description: 'The import with which a file was compared.' });

const counts = z
  .object({
    new: z.int().describe('Orders whose Id no order of yours has.'),
    changed: z.int().describe('Orders that differ from yours with the same Id.'),
    unchanged: z.int().describe('Orders that do not differ.'),
    gone: z.int().describe('Orders of the import whose Ids the file does not hold.'),
    withoutId: z.int().describe('Orders without an Id, which are compared with none.'),
    rejected: z.int().describe('Orders with errors. What they hold is not compared, but they are not gone.'),
  })
  .meta({ id: 'ImportComparisonCounts', description: 'How many orders of each kind there are.' });

const first = `The first ${compared.listed}`;

export const importComparisonDto = z
  .object({
    fileName: z.string().meta({ description: 'Name of the uploaded file.', example: 'orders.xlsx' }),
    against: against
      .nullable()
      .describe(
        'The import whose orders may be gone, with those of its rows that were fixed later; null where there is none yet, and nothing is gone.',
      ),
    counts: counts.describe('How many orders of each kind there are, in the whole file.'),
    new: z.array(newOrder).describe(`${first} new ones, by row.`),
    changed: z.array(changedOrder).describe(`${first} changed ones, by row.`),
    gone: z
      .array(goneOrder)
      .describe(
        `${first} orders that the import made and the file does not hold. Orders without an Id cannot be told and are left out.`,
      ),
    withoutId: z.array(z.int()).describe(`${first} rows without an Id.`),
    errors: z
      .array(importErrorDto)
      .describe(`Errors and warnings of the file, ${compared.errorsListed} at most, by row.`),
  })
  .meta({
    id: 'ImportComparison',
    description: 'How a spreadsheet differs from what was sent before. Nothing of it is kept.',
  });
export type ImportComparisonDto = z.output<typeof importComparisonDto>;
