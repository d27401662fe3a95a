/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * When the stop may be visited, in the time zone of its depot, and how long it takes.
 */
export type TimingInput = {
    /**
     * Not before this time of day, as HH:MM in the time zone of the depot. Null for none.
     */
    earliestTime?: string | null | undefined;
    /**
     * Not after this time of day, as HH:MM in the time zone of the depot; not before `earliestTime`. Null for none.
     */
    latestTime?: string | null | undefined;
    /**
     * Seconds spent at the stop. From 0 to 86400. Null for none.
     */
    serviceSeconds?: number | null | undefined;
};
