/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How many stops of a route are finished, and how.
 */
export type RouteProgress = {
    /**
     * How many stops the route has.
     */
    stops: number;
    /**
     * How many of them were delivered or picked up.
     */
    done: number;
    /**
     * How many failed.
     */
    failed: number;
};
