/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What happens at the stop:
 *
 * - `delivery`: The driver brings the packages.
 * - `pickup`: The driver collects the packages.
 */
export type Activity = 'delivery' | 'pickup';
