/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A link that shows a driver the run sheet of a route.
 */
export type DriverLink = {
    /**
     * The run sheet, for whoever holds this link.
     */
    url: string;
    /**
     * Until when the link works.
     */
    expiresAt: string;
};
