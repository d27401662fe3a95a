/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyCustomerOrder } from './ShopifyCustomerOrder.js';
/**
 * All that you keep here of a customer of your store.
 */
export type ShopifyCustomerFile = {
    /**
     * The store’s domain at Shopify.
     */
    shop: string;
    /**
     * The number of the request at Shopify; null where it gave none.
     */
    requestNumber: string | null;
    /**
     * The number of the customer at Shopify; null where it gave none.
     */
    customerNumber: string | null;
    /**
     * When it was gathered.
     */
    madeAt: string;
    /**
     * The customer’s orders; none where none were taken over.
     */
    orders: Array<ShopifyCustomerOrder>;
};
