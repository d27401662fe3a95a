/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AttemptState } from './AttemptState.js';
import type { LocationInput } from './LocationInput.js';
/**
 * What a driver did at a stop.
 */
export type CreateAttempt = {
    /**
     * How the attempt ended.
     */
    state: AttemptState;
    /**
     * When the driver was there, not in the future. Left out or null: now.
     */
    attemptedAt?: string | null | undefined;
    /**
     * Where the driver was. Left out or null: not known.
     */
    location?: LocationInput | null | undefined;
    /**
     * Who took the packages or signed for them, up to 200 characters.
     */
    signeeName?: string | null | undefined;
    /**
     * Notes for the recipient and the client, up to 2000 characters.
     */
    recipientNotes?: string | null | undefined;
    /**
     * Notes that only the organization sees, up to 2000 characters.
     */
    internalNotes?: string | null | undefined;
};
