/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BatchItem } from './BatchItem.js';
/**
 * What a batch did: each order is made or refused by itself.
 */
export type BatchResult = {
    /**
     * How many orders were made.
     */
    succeededCount: number;
    /**
     * How many orders were not made.
     */
    failedCount: number;
    /**
     * What became of each order, as they were sent.
     */
    results: Array<BatchItem>;
};
