/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which unassigned stops of the depot to plan; empty for all.
 */
export type PlanFilter = {
    /**
     * Only stops of this client.
     */
    clientId?: string | undefined;
    /**
     * Only stops with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
     */
    'q'?: string | undefined;
    /**
     * Only stops that this import made.
     */
    importId?: string | undefined;
    /**
     * Only stops not wanted before this day.
     */
    requestedFrom?: string | undefined;
    /**
     * Only stops not wanted after this day.
     */
    requestedTo?: string | undefined;
};
