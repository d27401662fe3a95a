/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CreateRoute = {
    title: string;
    /**
     * Default: the main depot.
     */
    depotId?: string | undefined;
    driverId?: string | null | undefined;
    /**
     * When the driver is planned to leave.
     */
    startsAt?: string | null | undefined;
};
