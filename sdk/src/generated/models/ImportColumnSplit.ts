/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The fields that one cell of it holds:
 *
 * - `address`: A whole address.
 * - `city-state-zip`: City, state and postcode.
 * - `time-window`: The earliest and the latest time.
 */
export type ImportColumnSplit = 'address' | 'city-state-zip' | 'time-window';
