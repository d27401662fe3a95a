/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Location } from './Location.js';
/**
 * What an attempt told.
 */
export type ProofAttempt = {
    /**
     * How it ended.
     */
    state: string;
    /**
     * When the driver was there.
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
     * Where the driver was; null if not told.
     */
    location: Location | null;
};
