/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BatchItem } from './BatchItem.js';
export type BatchResult = {
    succeededCount: number;
    failedCount: number;
    results: Array<BatchItem>;
};
