/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far an order is:
 *
 * - `draft`: The client is still working on it; its dispatcher does not see it.
 * - `submitted`: Handed over to the delivery company and on no route yet.
 * - `scheduled`: On a route that has not started.
 * - `out_for_delivery`: Its route has started; the driver is on the way.
 * - `delivered`: The driver delivered it.
 * - `picked_up`: The driver collected it.
 * - `failed`: The driver tried and could not do it; it can be rescheduled.
 */
export type OrderStatus = 'draft' | 'submitted' | 'scheduled' | 'out_for_delivery' | 'delivered' | 'picked_up' | 'failed';
