import { z } from 'zod';
import { shortProblem } from '../../common/problems/problem-schemas.js';
import { storedContent } from '../../order-fields/order-content.schema.js';
import { columnLists, format as dayOrder } from './import-columns.js';
import { groupBy } from './import-upload.dto.js';
import { importErrorDto } from './order-imports.dto.js';

/** How much of a file a preview reads and answers. */
export const previewed = { rowsRead: 1_000, rowsShown: 50, errorsShown: 200 };

/** The content of an order that is none yet. */
export const previewedOrder = z
  .object(storedContent)
  .meta({ id: 'OrderContent', description: 'What a client or dispatcher writes into an order.' });

const previewRow = z
  .object({
    row: z.int().describe('Number of its first row as the spreadsheet counts it: that of the file is 1.'),
    rowCount: z.int().describe('How many rows it takes; more than one only where rows are grouped.'),
    order: previewedOrder.nullable().describe('The order that it would become; null where it has errors.'),
    clientCode: z
      .string()
      .nullable()
      .describe('The Client ID in the row, in a dispatcher’s spreadsheet; null for none.'),
  })
  .meta({
    id: 'ImportPreviewRow',
    description: 'A row of a spreadsheet, or several of one order, as they would be imported.',
  });

export const importPreviewDto = z
  .object({
    fileName: z.string().meta({ description: 'Name of the uploaded file.', example: 'orders.xlsx' }),
    headerRow: z.int().describe('Number of the row that was taken for the header, from 1.'),
    sheet: z.string().nullable().describe('Name of the sheet that was read; null for a file without sheets.'),
    otherSheets: z.array(z.string()).describe('Names of the sheets of the workbook that were not read.'),
    profile: z
      .string()
      .nullable()
      .describe('Name of the program’s export that the file is; null for none of those known.'),
    groupBy: groupBy.nullable().describe('Which rows are one order; null where each row is one.'),
    dayOrder: dayOrder
      .nullable()
      .describe('How dates such as 03/04/2026 are read; null where none needs it, or it cannot be told.'),
    ...columnLists,
    problem: shortProblem
      .nullable()
      .describe('Why the file cannot be imported with this mapping; null where it can.'),
    rowsRead: z
      .int()
      .describe(
        `How many of the first rows were checked, ${previewed.rowsRead} at most, or to the end of the order that reaches further.`,
      ),
    rowsRejected: z.int().describe('How many of them have errors.'),
    hasMoreRows: z.boolean().describe('Whether the file has more rows than were checked.'),
    rows: z.array(previewRow).describe(`The first ${previewed.rowsShown} orders as they would be imported.`),
    errors: z
      .array(importErrorDto)
      .describe(`Errors and warnings of the rows that were checked, ${previewed.errorsShown} at most.`),
  })
  .meta({ id: 'ImportPreview', description: 'How a spreadsheet would be read. Nothing of it is kept.' });
export type ImportPreviewDto = z.output<typeof importPreviewDto>;
