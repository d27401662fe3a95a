/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The order of the list:
 *
 * - `createdAt`: Oldest first.
 * - `-createdAt`: Newest first.
 * - `updatedAt`: Longest unchanged first.
 * - `-updatedAt`: Last changed first.
 * - `requestedDate`: Wanted earliest first; those without a requested date come last.
 * - `-requestedDate`: Wanted latest first; those without a requested date come last.
 */
export type OrderSort = 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'requestedDate' | '-requestedDate';
