/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AttemptState } from './AttemptState.js';
/**
 * How to drive a route of a sandbox.
 */
export type DriveSandboxRoute = {
    /**
     * How the visits end, in turn: the first stop by the first, and after the last again from the first. Proof that a delivery must leave behind is made up.
     */
    outcome?: Array<AttemptState> | undefined;
    /**
     * How many times faster than planned, 1 to 10000: the next stop is reached when its ETA says, divided by this. Left out: without waiting.
     */
    speed?: number | undefined;
};
