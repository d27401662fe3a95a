/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where the stop is: `addressLineOne` or, in its place, `latitude` and `longitude` together, at the least.
 */
export type Address = {
    /**
     * Unit, flat or building name. Null where there is none.
     */
    addressName: string | null;
    /**
     * Street and house number. Null where there is none.
     */
    addressLineOne: string | null;
    /**
     * What the street line has no room for. Null where there is none.
     */
    addressLineTwo: string | null;
    /**
     * City or town. Null where there is none.
     */
    city: string | null;
    /**
     * State, province or region. Null where there is none.
     */
    state: string | null;
    /**
     * Postal code, as text: `02115` keeps its zero. Null where there is none.
     */
    zip: string | null;
    /**
     * Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed. Null where there is none.
     */
    country: string | null;
    /**
     * Latitude in WGS-84 degrees; together with longitude or not at all. Null where there is none.
     */
    latitude: number | null;
    /**
     * Longitude in WGS-84 degrees; together with latitude or not at all. Null where there is none.
     */
    longitude: number | null;
};
