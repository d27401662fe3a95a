/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The order in which to visit the stops of a route.
 */
export type OrderStops = {
    /**
     * Ids of all stops of the route, in their new order; once it has started, of those still open.
     */
    stopIds: Array<string>;
};
