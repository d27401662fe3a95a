/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Settings of a store. What it leaves out stays.
 */
export type UpdateShopifyIntegration = {
    /**
     * Which of the client’s stores is meant. May be left out while it is the only one.
     */
    shop?: string | undefined;
    /**
     * Automatically mark orders as fulfilled in Shopify when they are delivered. Off until it is switched on.
     */
    autoFulfill?: boolean | undefined;
    /**
     * Notify the customer via Shopify when an order is marked as fulfilled. Off until it is switched on; without `autoFulfill` nobody is notified.
     */
    notifyCustomer?: boolean | undefined;
    /**
     * Take over new orders of the store as drafts by themselves. Off until it is switched on; needs that the client may upload orders.
     */
    autoImport?: boolean | undefined;
};
