import { type FieldName } from './catalogue.js';
import { ORDER_FIELDS } from './order-fields.js';

/** Two rows may not share one Id. */
const SECOND_ID = 'EXAMPLE-2';

const COORDINATES: readonly FieldName[] = ['address.latitude', 'address.longitude'];

/** A template spreadsheet: `header` and `rows` import as they stand. */
interface Template {
  header: string[];
  /** For each column, whether it must be filled; for the format to show where it can. */
  required: boolean[];
  /** The first row fills every column, the second only what must be filled. */
  rows: string[][];
}

/** The template for a client's required fields, or for a dispatcher's stops. */
export function templateRows(
  requiredFields: readonly string[],
  audience: 'client' | 'dispatcher' = 'client',
): Template {
  const fields = ORDER_FIELDS.filter((field) => field.audience === 'all' || audience === 'dispatcher');
  const needed = new Set(requiredFields);
  // One coordinate alone is no place.
  if (COORDINATES.some((name) => needed.has(name))) COORDINATES.forEach((name) => needed.add(name));
  const required = fields.map(({ name, mandatory }) => mandatory || needed.has(name));
  // No template can know a Client ID that exists.
  const whole = fields.map(({ name, example }) => (name === 'clientCode' ? '' : example));
  const least = fields.map(({ name, example }, index) => {
    if (!required[index]) return '';
    return name === 'externalId' ? SECOND_ID : example;
  });
  return { header: fields.map((field) => field.header), required, rows: [whole, least] };
}
