/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateRoute = {
    title?: string | undefined;
    depotId?: string | undefined;
    driverId?: string | null | undefined;
    /**
     * When the driver is planned to leave.
     */
    startsAt?: string | null | undefined;
};
