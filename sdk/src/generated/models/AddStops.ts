/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Stops to add to a route.
 */
export type AddStops = {
    /**
     * Ids of the stops, 1 to 1000, in the order in which to visit them.
     */
    stopIds: Array<string>;
    /**
     * Where the first of them goes, from 1. Left out: the end.
     */
    position?: number | undefined;
};
