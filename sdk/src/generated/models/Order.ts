/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
import type { OrderSource } from './OrderSource.js';
import type { OrderStatus } from './OrderStatus.js';
export type Order = {
    id: string;
    status: OrderStatus;
    clientId: string | null;
    source: OrderSource;
    importId: string | null;
    /**
     * The client’s own id of the order.
     */
    externalId: string | null;
    address: {
        addressName: string | null;
        addressLineOne: string | null;
        addressLineTwo: string | null;
        city: string | null;
        state: string | null;
        zip: string | null;
        country: string | null;
        latitude: number | null;
        longitude: number | null;
    };
    recipient: {
        name: string | null;
        email: string | null;
        /**
         * E.164; one that could not be read is kept as typed.
         */
        phone: string | null;
    };
    activity: 'delivery' | 'pickup';
    size: string | null;
    packageCount: number;
    products: Array<string>;
    notes: string | null;
    /**
     * Local to the depot.
     */
    timing: {
        earliestTime: string | null;
        latestTime: string | null;
        serviceSeconds: number | null;
    } | null;
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
};
