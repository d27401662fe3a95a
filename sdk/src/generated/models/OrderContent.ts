/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Activity } from './Activity.js';
import type { Address } from './Address.js';
import type { Recipient } from './Recipient.js';
import type { Timing } from './Timing.js';
/**
 * What a client or dispatcher writes into an order.
 */
export type OrderContent = {
    address: Address;
    recipient: Recipient;
    /**
     * When the stop may be visited, in the time zone of its depot, and how long it takes. Null where nothing is told.
     */
    timing: Timing | null;
    /**
     * What the driver should know. Null where there is none.
     */
    notes: string | null;
    /**
     * Size of the packages, in the client’s own words. Null where there is none.
     */
    size: string | null;
    /**
     * What happens at the stop.
     */
    activity: Activity;
    /**
     * The client’s own id of the order; unique among its orders. Null where there is none.
     */
    externalId: string | null;
    /**
     * How many packages.
     */
    packageCount: number;
    /**
     * Names of what is in the packages.
     */
    products: Array<string>;
    /**
     * The day on which the client wants it done, as YYYY-MM-DD. Null where there is none.
     */
    requestedDate: string | null;
};
