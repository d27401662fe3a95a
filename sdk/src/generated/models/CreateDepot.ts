/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A new depot.
 */
export type CreateDepot = {
    /**
     * What the organization calls the depot, up to 200 characters.
     */
    name: string;
    /**
     * Address in one line, for people, up to 500 characters; null for none.
     */
    address?: string | null | undefined;
    /**
     * Latitude in WGS-84 degrees, from -90 to 90; together with longitude or not at all.
     */
    latitude?: number | null | undefined;
    /**
     * Longitude in WGS-84 degrees, from -180 to 180; together with latitude or not at all.
     */
    longitude?: number | null | undefined;
    /**
     * IANA time zone of the depot, in which times of day at its stops are meant. Left out: that of the organization.
     */
    timezone?: string | undefined;
    /**
     * ISO 3166-1 code of the country from which phone numbers without a country code are; null: that of the organization.
     */
    countryCode?: string | null | undefined;
};
