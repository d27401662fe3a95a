/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderStatus } from './OrderStatus.js';
export type RunSheetStop = {
    id: string;
    status: OrderStatus;
    /**
     * What happens at the stop; delivery unless told
     */
    activity: 'delivery' | 'pickup';
    address: {
        /**
         * Unit, flat or building name
         */
        addressName: string | null;
        /**
         * Street and house number
         */
        addressLineOne: string | null;
        /**
         * What the street line has no room for
         */
        addressLineTwo: string | null;
        /**
         * City or town
         */
        city: string | null;
        /**
         * State, province or region
         */
        state: string | null;
        /**
         * Postal code, as text: `02115` keeps its zero
         */
        zip: string | null;
        /**
         * Country name or ISO 3166-1 code; kept as the two-letter code where recognised, else as typed
         */
        country: string | null;
        /**
         * WGS-84 degrees; together with longitude or not at all
         */
        latitude: number | null;
        /**
         * WGS-84 degrees; together with latitude or not at all
         */
        longitude: number | null;
    };
    /**
     * Size of the packages, in your own words
     */
    size: string | null;
    /**
     * How many packages; 1 unless told
     */
    packageCount: number;
    /**
     * Names of what is delivered
     */
    products: Array<string>;
    /**
     * What the driver should know
     */
    notes: string | null;
    /**
     * Local to the depot.
     */
    timing: {
        /**
         * Not before this time, HH:MM local to the depot
         */
        earliestTime: string | null;
        /**
         * Not after this time, HH:MM local to the depot; not before earliestTime
         */
        latestTime: string | null;
        /**
         * Seconds spent at the stop
         */
        serviceSeconds: number | null;
    } | null;
    eta: {
        estimatedAt: string;
        earliestAt: string | null;
        latestAt: string | null;
    } | null;
    position: number;
    recipient: {
        name: string | null;
        phone: string | null;
    };
};
