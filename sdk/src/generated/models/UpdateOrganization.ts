/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RequirableProof } from './RequirableProof.js';
/**
 * Changes to the organization. What it leaves out stays.
 */
export type UpdateOrganization = {
    /**
     * Name of the delivery company, up to 200 characters.
     */
    name?: string | undefined;
    /**
     * IANA time zone for new depots that name none.
     */
    timezone?: string | undefined;
    /**
     * ISO 3166-1 code of the country of depots that name none, in which phone numbers without a country code are read; null for none.
     */
    countryCode?: string | null | undefined;
    /**
     * Where recipients can write to; null for none.
     */
    supportEmail?: string | null | undefined;
    /**
     * Where recipients can call, up to 50 characters; null for none.
     */
    supportPhone?: string | null | undefined;
    /**
     * What every attempt that ends in `delivered_…` must leave behind, unless its client says otherwise; none in an empty list.
     */
    requiredProof?: Array<RequirableProof> | undefined;
};
