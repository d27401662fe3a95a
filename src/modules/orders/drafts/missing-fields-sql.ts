import type { FieldName } from '../../../order-fields/catalogue.js';
import { orderColumnTypes } from '../order-columns.js';
import { contentColumns, contentFields, toColumn, type ContentColumn } from '../order-row.js';

const emptyByField = new Map<string, string>(
  contentColumns.map((column) => [contentFields[column], emptiness(column)]),
);
const lineOne: FieldName = 'address.addressLineOne';

/**
 * `missingFields` of rows of `orders o` as an SQL expression of type text[], so that thousands of drafts are
 * checked inside the database. Unknown field names are ignored.
 */
export function missingFieldsSql(requiredFields: readonly string[]): string {
  const lineOneEmpty = emptyByField.get(lineOne);
  const unplaced = requiredFields.includes(lineOne)
    ? lineOneEmpty
    : `${lineOneEmpty} and (o.latitude is null or o.longitude is null)`;
  const cases = [`case when ${unplaced} then '${lineOne}' end`];
  for (const name of new Set(requiredFields)) {
    const empty = emptyByField.get(name);
    if (empty && name !== lineOne) cases.push(`case when ${empty} then '${name}' end`);
  }
  return `array_remove(array[${cases.join(', ')}]::text[], null)`;
}

function emptiness(column: ContentColumn): string {
  const name = `o.${toColumn(column)}`;
  if (orderColumnTypes[column] === 'text[]') return `cardinality(${name}) = 0`;
  return orderColumnTypes[column] === 'text' ? `coalesce(${name}, '') = ''` : `${name} is null`;
}
