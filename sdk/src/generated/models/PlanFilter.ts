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
     * Only stops not wanted before this day.
     */
    requestedFrom?: string | undefined;
    /**
     * Only stops not wanted after this day.
     */
    requestedTo?: string | undefined;
};
