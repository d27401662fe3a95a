/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyDataRequestState } from './ShopifyDataRequestState.js';
/**
 * A customer of a store asked what is known of them.
 */
export type ShopifyDataRequest = {
    /**
     * Id of the request.
     */
    id: string;
    /**
     * The store’s domain at Shopify.
     */
    shop: string;
    /**
     * The number of the request at Shopify; null where it gave none.
     */
    requestNumber: string | null;
    state: ShopifyDataRequestState;
    /**
     * When the customer asked.
     */
    requestedAt: string;
    /**
     * Until when you must have given your customer an answer.
     */
    dueAt: string;
    /**
     * Since when the file can be read; null before.
     */
    readyAt: string | null;
    /**
     * How many orders are in the file; null before it is ready.
     */
    orderCount: number | null;
    /**
     * Its size in bytes; null before it is ready.
     */
    fileSize: number | null;
};
