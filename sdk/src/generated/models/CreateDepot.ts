/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CreateDepot = {
    name: string;
    address?: string | null;
    latitude?: number | null;
    longitude?: number | null;
    /**
     * Default: the organization’s.
     */
    timezone?: string;
    /**
     * Where phone numbers without a country code are from.
     */
    countryCode?: string | null;
};
