/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where the stop is: `addressLineOne` or, in its place, `latitude` and `longitude` together, at the least.
 */
export type AddressInput = {
    /**
     * Unit, flat or building name. Up to 200 characters. Null for none.
     */
    addressName?: string | null | undefined;
    /**
     * Street and house number. Up to 200 characters. Null for none.
     */
    addressLineOne?: string | null | undefined;
    /**
     * What the street line has no room for. Up to 200 characters. Null for none.
     */
    addressLineTwo?: string | null | undefined;
    /**
     * City or town. Up to 100 characters. Null for none.
     */
    city?: string | null | undefined;
    /**
     * State, province or region. Up to 100 characters. Null for none.
     */
    state?: string | null | undefined;
    /**
     * Postal code, as text: `02115` keeps its zero. Up to 20 characters. Null for none.
     */
    zip?: string | null | undefined;
    /**
     * Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed. Up to 100 characters. Null for none.
     */
    country?: string | null | undefined;
    /**
     * Latitude in WGS-84 degrees; together with longitude or not at all. From -90 to 90. Null for none.
     */
    latitude?: number | null | undefined;
    /**
     * Longitude in WGS-84 degrees; together with latitude or not at all. From -180 to 180. Null for none.
     */
    longitude?: number | null | undefined;
};
