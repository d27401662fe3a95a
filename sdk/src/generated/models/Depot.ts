/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A place where routes start.
 */
export type Depot = {
    /**
     * Id of the depot.
     */
    id: string;
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
    /**
     * IANA time zone of the depot, in which times of day at its stops are meant.
     */
    timezone: string;
    /**
     * ISO 3166-1 code of the country from which phone numbers without a country code are; null: that of the organization.
     */
    countryCode: string | null;
    /**
     * Whether it is the main depot, which is used wherever none is named.
     */
    isMain: boolean;
    /**
     * When it was made.
     */
    createdAt: string;
};
