/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyErasure } from './ShopifyErasure.js';
/**
 * One page of a list of receipts.
 */
export type ShopifyErasurePage = {
    /**
     * The receipts of this page, in the order of the list.
     */
    items: Array<ShopifyErasure>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
