/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateRoute = {
    title?: string;
    depotId?: string;
    driverId?: string | null;
    /**
     * When the driver is planned to leave.
     */
    startsAt?: string | null;
};
