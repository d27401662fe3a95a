/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How a date such as 03/04/2026 is read:
 *
 * - `day-first`: As 3 April.
 * - `month-first`: As 4 March.
 */
export type ImportDayOrder = 'day-first' | 'month-first';
