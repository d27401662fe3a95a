/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A route that is being driven.
 */
export type DrivenSandboxRoute = {
    /**
     * Id of the route.
     */
    routeId: string;
    /**
     * How many stops are still to be visited.
     */
    openStops: number;
};
