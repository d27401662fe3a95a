import { isDeepStrictEqual } from 'node:util';
import { columnsOf, writtenColumns, type WrittenRow } from '../../../orders/order-row.js';

type Column = keyof WrittenRow;

/** Half of one address and half of another are no address: these stay or change together. */
const address: readonly Column[] = columnsOf('address');
const units: readonly (readonly Column[])[] = [
  address,
  // The Id stays, which may name the store too.
  ...writtenColumns
    .filter((column) => column !== 'externalId' && !address.includes(column))
    .map((one) => [one]),
];

/** What a store may change. */
export const columnsOfStores: readonly Column[] = units.flat();

/**
 * A draft brought up to what its store says now: what is still as the store said last is as it says now, what somebody
 * changed here stays.
 * @param said what the store said last, as far as it is kept
 */
export function mergedDraft(stored: WrittenRow, said: Partial<WrittenRow>, says: WrittenRow): WrittenRow {
  const isUntouched = (column: Column) => column in said && isDeepStrictEqual(stored[column], said[column]);
  const taken = units.filter((unit) => unit.every(isUntouched)).flat();
  const entries = writtenColumns.map((column) => [column, (taken.includes(column) ? says : stored)[column]]);
  return Object.fromEntries(entries) as WrittenRow;
}
