/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SparseOrder } from './SparseOrder.js';
/**
 * One page of a list of orders.
 */
export type SparseOrderPage = {
    /**
     * The orders of this page, in the order of the list.
     */
    items: Array<SparseOrder>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
