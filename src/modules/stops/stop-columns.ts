import { orderProjectionOf, readColumnsOf, type Columns } from '../orders/order-columns.js';
import { orderParts, type Parts } from '../orders/order-parts.js';
import type { StopDto, StopRow } from './stops.dto.js';

/** Each property of a stop by itself. Drafts, which alone can lack fields, are no stops. */
export const stopParts: Parts<StopRow, StopDto> = {
  ...orderParts,
  missingFields: { columns: [], of: () => [] },
  internalNotes: { columns: ['internalNotes'], of: (row) => row.internalNotes },
};

const hasNotes = (wanted: Columns) => !wanted || wanted.has('internalNotes');

/** Select list of a `StopRow` from `orders o`, or of these columns of it. */
export function stopProjectionOf(wanted: Columns): string {
  const projection = orderProjectionOf(wanted);
  return hasNotes(wanted) ? `${projection}, o.internal_notes as "internalNotes"` : projection;
}
export const stopProjection = stopProjectionOf(undefined);

/** The columns that it reads. */
export function stopColumnsOf(wanted: Columns): string {
  return hasNotes(wanted) ? `${readColumnsOf(wanted)}, o.internal_notes` : readColumnsOf(wanted);
}
