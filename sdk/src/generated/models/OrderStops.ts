/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OrderStops = {
    /**
     * All stops of the route, in their new order.
     */
    stopIds: Array<string>;
};
