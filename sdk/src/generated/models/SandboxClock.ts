/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BecameDue } from './BecameDue.js';
/**
 * The clock of a sandbox after a move.
 */
export type SandboxClock = {
    /**
     * How many seconds the clock has been moved ahead in all.
     */
    advancedSeconds: number;
    /**
     * What this move made due.
     */
    becameDue: BecameDue;
};
