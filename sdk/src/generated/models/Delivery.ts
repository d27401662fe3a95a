/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { DeliveryState } from './DeliveryState.js';
import type { Location } from './Location.js';
/**
 * What happened at the stop.
 */
export type Delivery = {
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
     * How many photos the driver took.
     */
    photoCount: number;
    /**
     * Whether somebody signed.
     */
    hasSignature: boolean;
};
