import { orderProjection } from '../orders/order-columns.js';

/** Select list of a `StopRow` from `orders o`. */
export const stopProjection = `${orderProjection}, o.internal_notes as "internalNotes"`;
