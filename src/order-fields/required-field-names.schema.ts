import { z } from 'zod';
import { REQUIRABLE_FIELDS } from './order-fields.js';

/** The names a dispatcher picks; repeats fold into one, kept in the catalogue's order. */
export const requiredFieldNames = z
  .array(
    z.enum(REQUIRABLE_FIELDS, {
      error: 'Not a field that can be required. GET /v1/order-fields lists them.',
    }),
  )
  .overwrite((names) => REQUIRABLE_FIELDS.filter((name) => names.includes(name)))
  .meta({
    description: 'Fields that every submitted order must fill, by their names in the field catalogue',
    example: ['address.zip', 'recipient.phone'],
  });
