/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyOrder } from './ShopifyOrder.js';
/**
 * One page of a list of orders of the store.
 */
export type ShopifyOrderPage = {
    /**
     * The orders of the store of this page, in the order of the list.
     */
    items: Array<ShopifyOrder>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
