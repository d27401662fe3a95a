import { type FieldName } from './catalogue.js';
import { type PartialOrder } from './order-content.js';
import { findOrderField, orderFieldOf } from './order-fields.js';

const LINE_ONE: FieldName = 'address.addressLineOne';
const LATITUDE = orderFieldOf('address.latitude');
const LONGITUDE = orderFieldOf('address.longitude');

/**
 * Names of the fields that are required but empty, without repeats. An order without any address misses
 * `address.addressLineOne`, required or not. Unknown field names are ignored.
 */
export function missingFields(order: PartialOrder, requiredFields: readonly string[]): string[] {
  const missing = new Set<string>();
  const placed = !LATITUDE.isEmpty(order) && !LONGITUDE.isEmpty(order);
  if (!placed && orderFieldOf(LINE_ONE).isEmpty(order)) missing.add(LINE_ONE);
  for (const name of requiredFields) {
    if (findOrderField(name)?.isEmpty(order)) missing.add(name);
  }
  return [...missing];
}
