import { z } from 'zod';
import { pageOf } from '../../common/schemas.js';
import type { OrderField } from '../../order-fields/order-field.js';

const orderFieldDto = z
  .object({
    name: z.string().meta({ description: 'Its path in the order.', example: 'recipient.phone' }),
    label: z.string(),
    header: z.string().describe('The spreadsheet column in our template.'),
    synonyms: z.array(z.string()).describe('Other column headers that are understood.'),
    type: z.enum(['string', 'integer', 'number', 'array']),
    format: z.string().nullable().describe('How a cell is written, in words; null for free text.'),
    example: z.string(),
    mandatory: z
      .boolean()
      .describe('Needed in every order; instead of Address Line 1, latitude and longitude do as well.'),
    requirable: z.boolean().describe('Whether a dispatcher may make it required for a client.'),
    audience: z.enum(['all', 'dispatcher']).describe('Whose spreadsheets may have the column.'),
  })
  .meta({ id: 'OrderField' });
export type OrderFieldDto = z.output<typeof orderFieldDto>;

export const orderFieldPage = pageOf(orderFieldDto, 'OrderFieldPage');

/** A JSON Schema, which OpenAPI 3.0 cannot describe. */
export const jsonSchemaDto = z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema 2020-12.' });

export function toOrderField(field: OrderField): OrderFieldDto {
  const { name, label, header, synonyms, type, format, example, mandatory, requirable, audience } = field;
  return {
    name,
    label,
    header,
    synonyms: [...synonyms],
    type,
    format,
    example,
    mandatory,
    requirable,
    audience,
  };
}
