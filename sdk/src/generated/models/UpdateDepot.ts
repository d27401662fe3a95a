/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UpdateDepot = {
    name?: string | undefined;
    address?: string | null | undefined;
    latitude?: number | null | undefined;
    longitude?: number | null | undefined;
    timezone?: string | undefined;
    /**
     * Where phone numbers without a country code are from.
     */
    countryCode?: string | null | undefined;
};
