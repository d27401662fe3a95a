/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FailedJob } from './FailedJob.js';
/**
 * One page of a list of failed work.
 */
export type FailedJobPage = {
    /**
     * The failed work of this page, in the order of the list.
     */
    items: Array<FailedJob>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
