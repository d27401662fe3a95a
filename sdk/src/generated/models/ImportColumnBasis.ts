/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Who says what the column is:
 *
 * - `mapping`: The `mapping` of this upload.
 * - `taught`: The `mapping` of an earlier upload, which was remembered.
 * - `profile`: The known layout of the program that the file is from.
 * - `header`: Its header, and what stands below it.
 */
export type ImportColumnBasis = 'mapping' | 'taught' | 'profile' | 'header';
