/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
export type ProofOfDelivery = {
    state: DeliveryState;
    attemptedAt: string | null;
    signeeName: string | null;
    recipientNotes: string | null;
    /**
     * Where the attempt was made.
     */
    location: {
        latitude: number;
        longitude: number;
    } | null;
    photos: Array<{
        /**
         * Signed, for a short while.
         */
        url: string;
        expiresAt: string;
    }>;
    signature: {
        /**
         * Signed, for a short while.
         */
        url: string;
        expiresAt: string;
    } | null;
};
