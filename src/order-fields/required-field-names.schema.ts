import { z } from 'zod';
import { described } from '../common/schemas/described.js';
import type { FieldName } from './catalogue.js';
import { ORDER_FIELDS, REQUIRABLE_FIELDS } from './order-fields.js';

const meanings = Object.fromEntries(
  ORDER_FIELDS.map(({ name, description }) => [name, `${description}.`]),
) as Record<FieldName, string>;

const requirableField = described('A field that can be required:', meanings, {
  values: REQUIRABLE_FIELDS,
  error: 'Not a field that can be required. GET /v1/order-fields lists them.',
}).meta({ id: 'RequirableField' });

/** The names a dispatcher picks; repeats fold into one, kept in the catalogue's order. */
export const requiredFieldNames = z
  .array(requirableField)
  .overwrite((names) => REQUIRABLE_FIELDS.filter((name) => names.includes(name)))
  .meta({
    description:
      'Names of the fields that every submitted order must fill, as `GET /v1/order-fields` lists them.',
    example: ['address.zip', 'recipient.phone'],
  });
