/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What happens to a row whose Id another order has:
 *
 * - `reject`: The row is an error.
 * - `skip`: The row is passed over.
 * - `update`: The draft with this Id is changed to what the row says.
 */
export type DuplicateMode = 'reject' | 'skip' | 'update';
