/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type DriverLink = {
    /**
     * The run sheet, for whoever holds this link.
     */
    url: string;
    expiresAt: string;
};
