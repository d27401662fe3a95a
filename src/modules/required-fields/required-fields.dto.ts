import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { pageOf } from '../../common/schemas/schemas.js';
import type { OrderField } from '../../order-fields/order-field.js';

const fieldType = described('What its values are:', {
  string: 'Text.',
  integer: 'A whole number.',
  number: 'A number.',
  array: 'Several texts.',
} satisfies Record<OrderField['type'], string>);

const audience = described('Whose spreadsheets may have its column:', {
  all: 'Those of clients and of dispatchers.',
  dispatcher: 'Those of dispatchers.',
} satisfies Record<OrderField['audience'], string>);

const orderFieldDto = z
  .object({
    name: z.string().meta({
      description: 'Name of the field, which is its path in the order.',
      example: 'recipient.phone',
    }),
    label: z
      .string()
      .meta({ description: 'Name of the field for people.', example: 'Recipient Phone Number' }),
    header: z.string().meta({
      description: 'Header of its column in the spreadsheet template.',
      example: 'Recipient Phone Number',
    }),
    synonyms: z
      .array(z.string())
      .meta({ description: 'Other headers that are understood for its column.', example: ['phone'] }),
    type: fieldType,
    format: z.string().nullable().describe('How a cell is written, in words; null for free text.'),
    example: z.string().meta({ description: 'A cell that is understood.', example: '+12125550142' }),
    mandatory: z
      .boolean()
      .describe('Needed in every order; instead of Address Line 1, latitude and longitude do as well.'),
    requirable: z.boolean().describe('Whether a dispatcher may make it required for a client.'),
    audience,
  })
  .meta({ id: 'OrderField', description: 'A field that orders have.' });
export type OrderFieldDto = z.output<typeof orderFieldDto>;

export const orderFieldPage = pageOf(orderFieldDto, 'OrderFieldPage', 'order fields');

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
