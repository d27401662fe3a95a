/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Changes to a route. What it leaves out stays.
 */
export type UpdateRoute = {
    /**
     * What to call the route, up to 200 characters.
     */
    title?: string | undefined;
    /**
     * Id of the depot where it starts.
     */
    depotId?: string | undefined;
    /**
     * Id of the driver; null for none.
     */
    driverId?: string | null | undefined;
    /**
     * When the driver is planned to leave; null for not planned.
     */
    startsAt?: string | null | undefined;
};
