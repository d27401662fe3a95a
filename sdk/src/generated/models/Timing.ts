/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * When the stop may be visited, in the time zone of its depot, and how long it takes.
 */
export type Timing = {
    /**
     * Not before this time of day, as HH:MM in the time zone of the depot. Null where there is none.
     */
    earliestTime: string | null;
    /**
     * Not after this time of day, as HH:MM in the time zone of the depot; not before `earliestTime`. Null where there is none.
     */
    latestTime: string | null;
    /**
     * Seconds spent at the stop. Null where there is none.
     */
    serviceSeconds: number | null;
};
