/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where the route starts.
 */
export type RunSheetDepot = {
    /**
     * What the organization calls the depot.
     */
    name: string;
    /**
     * Address in one line, for people; null for none.
     */
    address: string | null;
    /**
     * Latitude in WGS-84 degrees; null if not told.
     */
    latitude: number | null;
    /**
     * Longitude in WGS-84 degrees; null if not told.
     */
    longitude: number | null;
};
