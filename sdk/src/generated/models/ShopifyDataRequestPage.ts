/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyDataRequest } from './ShopifyDataRequest.js';
/**
 * One page of a list of data requests.
 */
export type ShopifyDataRequestPage = {
    /**
     * The data requests of this page, in the order of the list.
     */
    items: Array<ShopifyDataRequest>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
