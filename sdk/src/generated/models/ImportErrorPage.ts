/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportError } from './ImportError.js';
/**
 * One page of a list of errors and warnings.
 */
export type ImportErrorPage = {
    /**
     * The errors and warnings of this page, in the order of the list.
     */
    items: Array<ImportError>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
