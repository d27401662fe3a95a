import { orderProjection, readColumns } from '../orders/order-columns.js';

/** Select list of a `StopRow` from `orders o`. */
export const stopProjection = `${orderProjection}, o.internal_notes as "internalNotes"`;

/** The columns that it reads. */
export const stopColumns = `${readColumns}, o.internal_notes`;
