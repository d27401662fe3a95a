/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BulkFailure } from './BulkFailure.js';
/**
 * What a bulk action did: each item succeeds or fails by itself.
 */
export type BulkResult = {
    /**
     * For how many items it was done.
     */
    succeededCount: number;
    /**
     * How many items were left as they were.
     */
    failedCount: number;
    /**
     * Ids of the items for which it was done. Left out where `all` or `importId` selected them.
     */
    succeeded?: Array<string> | undefined;
    /**
     * The items that were left as they were; the first 1000.
     */
    failed: Array<BulkFailure>;
};
