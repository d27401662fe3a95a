import { CATALOGUE, type FieldName } from './catalogue.js';
import { type OrderField, orderField } from './order-field.js';

/** Every field of the catalogue, in the order of the template. */
export const ORDER_FIELDS: readonly OrderField[] = (Object.keys(CATALOGUE) as FieldName[]).map(orderField);

/** Names of the fields that a dispatcher may make required for a client. */
export const REQUIRABLE_FIELDS: readonly FieldName[] = ORDER_FIELDS.filter((field) => field.requirable).map(
  (field) => field.name,
);

const BY_NAME: ReadonlyMap<string, OrderField> = new Map(ORDER_FIELDS.map((field) => [field.name, field]));

/** The field of that name, or undefined when there is none. */
export function findOrderField(name: string): OrderField | undefined {
  return BY_NAME.get(name);
}

/** The field of a valid name. */
export function orderFieldOf(name: FieldName): OrderField {
  const field = BY_NAME.get(name);
  if (!field) throw new Error(`No order field is called ${name}`);
  return field;
}
