/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A new route, without stops.
 */
export type CreateRoute = {
    /**
     * What to call the route, up to 200 characters.
     */
    title: string;
    /**
     * Id of the depot where it starts. Left out: the main depot.
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
