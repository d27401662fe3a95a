/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyStoreStatus } from './ShopifyStoreStatus.js';
/**
 * A connected Shopify store.
 */
export type ShopifyStore = {
    /**
     * The store’s domain at Shopify.
     */
    shop: string;
    status: ShopifyStoreStatus;
    /**
     * When it was connected last.
     */
    connectedAt: string;
};
