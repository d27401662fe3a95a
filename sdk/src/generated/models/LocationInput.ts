/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A place on earth.
 */
export type LocationInput = {
    /**
     * Latitude in WGS-84 degrees, from -90 to 90.
     */
    latitude: number;
    /**
     * Longitude in WGS-84 degrees, from -180 to 180.
     */
    longitude: number;
};
