/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How many of the client’s orders are in each state.
 */
export type OrderSummary = {
    /**
     * How many orders are `draft`: The client is still working on it; its dispatcher does not see it.
     */
    draft: number;
    /**
     * How many orders are `submitted`: Handed over to the delivery company and on no route yet.
     */
    submitted: number;
    /**
     * How many orders are `scheduled`: On a route that has not started.
     */
    scheduled: number;
    /**
     * How many orders are `out_for_delivery`: Its route has started; the driver is on the way.
     */
    out_for_delivery: number;
    /**
     * How many orders are `delivered`: The driver delivered it.
     */
    delivered: number;
    /**
     * How many orders are `picked_up`: The driver collected it.
     */
    picked_up: number;
    /**
     * How many orders are `failed`: The driver tried and could not do it; it can be rescheduled.
     */
    failed: number;
};
