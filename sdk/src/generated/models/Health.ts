/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { HealthState } from './HealthState.js';
/**
 * Whether the server does its work.
 */
export type Health = {
    /**
     * How it is:
     *
     * - `ok`: Everything works.
     * - `degraded`: It works, but somebody should look at the checks.
     */
    status: 'ok' | 'degraded';
    /**
     * How each part is that was looked at, by its name; parts may be added.
     */
    checks: Record<string, HealthState>;
};
