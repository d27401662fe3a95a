/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AcceptedFixes } from './AcceptedFixes.js';
/**
 * What shall stand in the cells that have errors.
 */
export type FixImport = {
    /**
     * The errors whose `fix` is taken, by their ids; `all` for every error that has one. Errors with a value of their own in `values` need not be named.
     */
    accept?: AcceptedFixes | undefined;
    /**
     * By the id of an error, what its cell shall hold instead.
     */
    values?: Record<string, string> | undefined;
};
