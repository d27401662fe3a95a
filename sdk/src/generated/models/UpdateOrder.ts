/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Activity } from './Activity.js';
import type { AddressInput } from './AddressInput.js';
import type { RecipientInput } from './RecipientInput.js';
import type { TimingInput } from './TimingInput.js';
/**
 * Changes to a draft. What it leaves out stays.
 */
export type UpdateOrder = {
    /**
     * Where the stop is: `addressLineOne` or, in its place, `latitude` and `longitude` together, at the least. What it leaves out stays, but for coordinates: another street, city, state, zip or country empties them unless they are given with it.
     */
    address?: AddressInput | undefined;
    /**
     * Who receives or hands over the packages. What it leaves out stays; null clears it.
     */
    recipient?: RecipientInput | null | undefined;
    /**
     * When the stop may be visited, in the time zone of its depot, and how long it takes. What it leaves out stays; null clears it.
     */
    timing?: TimingInput | null | undefined;
    /**
     * What the driver should know. Up to 2000 characters. Null for none.
     */
    notes?: string | null | undefined;
    /**
     * Size of the packages, in the client’s own words. Up to 50 characters. Null for none.
     */
    size?: string | null | undefined;
    /**
     * What happens at the stop. Null for the default, delivery.
     */
    activity?: Activity | null | undefined;
    /**
     * The client’s own id of the order; unique among its orders. Up to 100 characters. Null for none.
     */
    externalId?: string | null | undefined;
    /**
     * How many packages. From 1 to 10000. Null for the default, 1.
     */
    packageCount?: number | null | undefined;
    /**
     * Names of what is in the packages. Up to 100, each of up to 200 characters. Null for none.
     */
    products?: Array<string> | null | undefined;
    /**
     * The day on which the client wants it done, as YYYY-MM-DD. Null for none.
     */
    requestedDate?: string | null | undefined;
    /**
     * Texts of your own by key, kept as given. Up to 20 keys of up to 40 characters, without square brackets, with texts of up to 500. Null for none. Given, it replaces what was there.
     */
    metadata?: Record<string, string> | null | undefined;
};
