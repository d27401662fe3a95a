/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far to move the clock.
 */
export type AdvanceSandboxClock = {
    /**
     * By how many seconds the clock moves ahead, 1 to 7776000 (90 days).
     */
    seconds: number;
};
