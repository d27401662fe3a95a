import { z } from 'zod';
import { columnLetters } from '../../spreadsheets/index.js';
import { fieldOf, type SheetColumn } from '../../order-sheets/index.js';

const mappedColumn = z
  .object({
    column: z.string().meta({ description: 'The column as the spreadsheet names it.', example: 'B' }),
    header: z.string().meta({ description: 'What stands in the header; empty for none.', example: 'Street' }),
    field: z.string().nullable().meta({
      description: 'Name of the field it was taken for, as `GET /v1/order-fields` lists them; null for none.',
      example: 'address.addressLineOne',
    }),
    confidence: z.number().meta({
      description: 'How sure that is, from 0 to 1; 0 where it was taken for none.',
      example: 0.95,
    }),
    suggestions: z
      .array(z.string())
      .describe('Names of the likely fields of a column that was taken for none.'),
  })
  .meta({ id: 'ImportColumn', description: 'A column of a spreadsheet and what it was taken for.' });

/** What both an import and a preview tell of the columns. */
export const columnLists = {
  mapping: z.array(mappedColumn).describe('Every column of the file and what it was taken for.'),
  unmappedHeaders: z.array(z.string()).describe('Headers of the columns that were left out.'),
};

export function toColumns(columns: readonly SheetColumn[]) {
  const mapping = columns.map((column) => ({
    column: columnLetters(column.index + 1),
    header: column.header,
    field: fieldOf(column),
    confidence: column.confidence,
    suggestions: column.suggestions,
  }));
  const unmappedHeaders = mapping
    .filter(({ field, header }) => field === null && header !== '')
    .map(({ header }) => header);
  return { mapping, unmappedHeaders };
}
