/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
import type { OrderStatus } from './OrderStatus.js';
export type Tracking = {
    status: OrderStatus;
    activity: 'delivery' | 'pickup';
    recipientFirstName: string | null;
    address: {
        addressLineOne: string | null;
        city: string | null;
        zip: string | null;
    };
    /**
     * While it is out for delivery.
     */
    eta: {
        estimatedAt: string;
        earliestAt: string;
        latestAt: string;
    } | null;
    /**
     * How many stops the driver has before this one, while it is out for delivery.
     */
    stopsAway: number | null;
    proof: {
        state: DeliveryState;
        attemptedAt: string;
        signeeName: string | null;
        recipientNotes: string | null;
        photoCount: number;
        hasSignature: boolean;
    } | null;
    organization: {
        name: string;
        supportEmail: string | null;
        supportPhone: string | null;
    };
};
