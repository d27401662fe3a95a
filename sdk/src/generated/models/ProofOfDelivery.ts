/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
import type { ProofFile } from './ProofFile.js';
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
    photos: Array<ProofFile>;
    signature: ProofFile | null;
};
