/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A line on the map, as GeoJSON (RFC 7946) writes it.
 */
export type LineString = {
    /**
     * Kind of the geometry:
     *
     * - `LineString`: A line through several places.
     */
    type: 'LineString';
    /**
     * Pairs of longitude and latitude.
     */
    coordinates: Array<Array<number>>;
};
