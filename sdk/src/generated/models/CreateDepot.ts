/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type CreateDepot = {
    name: string;
    address?: string | null | undefined;
    latitude?: number | null | undefined;
    longitude?: number | null | undefined;
    /**
     * Default: the organization’s.
     */
    timezone?: string | undefined;
    /**
     * Where phone numbers without a country code are from.
     */
    countryCode?: string | null | undefined;
};
