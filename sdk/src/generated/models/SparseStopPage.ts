/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SparseStop } from './SparseStop.js';
/**
 * One page of a list of stops.
 */
export type SparseStopPage = {
    /**
     * The stops of this page, in the order of the list.
     */
    items: Array<SparseStop>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
