/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
import type { OrderSource } from './OrderSource.js';
import type { OrderStatus } from './OrderStatus.js';
export type Stop = {
    id: string;
    status: OrderStatus;
    clientId: string | null;
    source: OrderSource;
    importId: string | null;
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
    recipient: {
        /**
         * Who receives or hands over
         */
        name: string | null;
        /**
         * E-mail address of the recipient
         */
        email: string | null;
        /**
         * Phone number, with +country code or as dialled in the country of the address; kept as E.164 where it can be read, else as typed
         */
        phone: string | null;
    };
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
    /**
     * What the driver should know
     */
    notes: string | null;
    /**
     * Size of the packages, in your own words
     */
    size: string | null;
    /**
     * What happens at the stop; delivery unless told
     */
    activity: 'delivery' | 'pickup';
    /**
     * Your own id of the order; unique among your orders
     */
    externalId: string | null;
    /**
     * How many packages; 1 unless told
     */
    packageCount: number;
    /**
     * Names of what is delivered
     */
    products: Array<string>;
    /**
     * The day on which the client wants it done
     */
    requestedDate: string | null;
    depotId: string;
    /**
     * Required but empty; a submitted order has none.
     */
    missingFields: Array<string>;
    /**
     * Why the dispatcher gave it back, while it is a draft again.
     */
    returnReason: string | null;
    route: {
        id: string;
        title: string;
        position: number;
    } | null;
    eta: {
        estimatedAt: string;
        earliestAt: string | null;
        latestAt: string | null;
    } | null;
    /**
     * Null while it is a draft.
     */
    delivery: {
        state: DeliveryState;
        attemptedAt: string | null;
        signeeName: string | null;
        recipientNotes: string | null;
        location: {
            latitude: number;
            longitude: number;
        } | null;
        photoCount: number;
        hasSignature: boolean;
    } | null;
    /**
     * For the recipient; null while it is a draft.
     */
    trackingUrl: string | null;
    version: number;
    createdAt: string;
    updatedAt: string;
    submittedAt: string | null;
    scheduledAt: string | null;
    outForDeliveryAt: string | null;
    completedAt: string | null;
    /**
     * For the organization only.
     */
    internalNotes: string | null;
};
