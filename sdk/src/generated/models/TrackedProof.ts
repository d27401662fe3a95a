/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
/**
 * How the last attempt ended.
 */
export type TrackedProof = {
    /**
     * How the last attempt ended; `unattempted` before the first.
     */
    state: DeliveryState;
    /**
     * When the driver last tried.
     */
    attemptedAt: string;
    /**
     * Who took the packages or signed for them; null if not told.
     */
    signeeName: string | null;
    /**
     * The driver’s notes for the recipient; null for none.
     */
    recipientNotes: string | null;
    /**
     * How many photos the driver took.
     */
    photoCount: number;
    /**
     * Whether somebody signed.
     */
    hasSignature: boolean;
};
