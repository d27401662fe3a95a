/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How one part is:
 *
 * - `up`: It works.
 * - `degraded`: It works, but needs attention.
 * - `down`: It does not work, or did not answer within a second.
 */
export type HealthState = 'up' | 'degraded' | 'down';
