/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which rows are one order:
 *
 * - `externalId`: Rows below each other with the same Id; their products and package counts are gathered.
 */
export type ImportGroupBy = 'externalId';
