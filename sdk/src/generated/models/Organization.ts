/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RequirableProof } from './RequirableProof.js';
/**
 * The delivery company.
 */
export type Organization = {
    /**
     * Id of the organization.
     */
    id: string;
    /**
     * Name of the delivery company, as its clients and recipients see it.
     */
    name: string;
    /**
     * IANA time zone that new depots get.
     */
    timezone: string;
    /**
     * ISO 3166-1 code of the country of depots that name none, in which phone numbers without a country code are read; null if not told.
     */
    countryCode: string | null;
    /**
     * Where recipients can write to; null if not told.
     */
    supportEmail: string | null;
    /**
     * Where recipients can call; null if not told.
     */
    supportPhone: string | null;
    /**
     * What every attempt that ends in `delivered_…` must leave behind, unless its client says otherwise.
     */
    requiredProof: Array<RequirableProof>;
    /**
     * Whether it is a sandbox, of which nothing reaches anybody outside.
     */
    testMode: boolean;
    /**
     * How many seconds the clock of a sandbox has been moved ahead in all; 0 elsewhere.
     */
    advancedSeconds: number;
    /**
     * When the organization signed up.
     */
    createdAt: string;
};
