/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How bad it is:
 *
 * - `error`: The row is left out.
 * - `warning`: The row is imported; somebody should look at it.
 */
export type ImportSeverity = 'error' | 'warning';
