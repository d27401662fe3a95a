/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
import type { Location } from './Location.js';
import type { ProofEntry } from './ProofEntry.js';
import type { ProofFile } from './ProofFile.js';
import type { RequirableProof } from './RequirableProof.js';
/**
 * What shows how the last attempt at an order ended.
 */
export type ProofOfDelivery = {
    /**
     * How the last attempt ended; `unattempted` before the first.
     */
    state: DeliveryState;
    /**
     * When the driver last tried; null before the first attempt.
     */
    attemptedAt: string | null;
    /**
     * Who took the packages or signed for them; null if not told.
     */
    signeeName: string | null;
    /**
     * The driver’s notes for the recipient; null for none.
     */
    recipientNotes: string | null;
    /**
     * Where the driver was at the last attempt; null if not told.
     */
    location: Location | null;
    /**
     * The photos of this visit, oldest first.
     */
    photos: Array<ProofFile>;
    /**
     * The signature of this visit; null for none.
     */
    signature: ProofFile | null;
    /**
     * What an attempt that ends in `delivered_…` must leave behind here.
     */
    requiredProof: Array<RequirableProof>;
    /**
     * `hash` of the last entry of `chain`, as events tell it too; null before the first.
     */
    proofHash: string | null;
    /**
     * Everything that was recorded of the order, earlier visits included, oldest first.
     */
    chain: Array<ProofEntry>;
};
