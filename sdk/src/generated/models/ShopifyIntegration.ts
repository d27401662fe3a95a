/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyStore } from './ShopifyStore.js';
import type { ShopifyStoreStatus } from './ShopifyStoreStatus.js';
/**
 * The client’s connection to a Shopify store.
 */
export type ShopifyIntegration = {
    /**
     * Whether stores can be connected on this server. If not, whoever runs it has to set it up first.
     */
    available: boolean;
    /**
     * Whether a store is connected.
     */
    connected: boolean;
    /**
     * The store that all of this is about; null for none.
     */
    shop: string | null;
    /**
     * Whether the store lets us in; null for none.
     */
    status: ShopifyStoreStatus | null;
    /**
     * Automatically mark orders as fulfilled in Shopify when they are delivered. Off until it is switched on.
     */
    autoFulfill: boolean;
    /**
     * Notify the customer via Shopify when an order is marked as fulfilled. Off until it is switched on; without `autoFulfill` nobody is notified.
     */
    notifyCustomer: boolean;
    /**
     * Take over new orders of the store as drafts by themselves. Off until it is switched on; needs that the client may upload orders.
     */
    autoImport: boolean;
    /**
     * What the store granted, by Shopify’s names.
     */
    scopes: Array<string>;
    /**
     * What it did not grant of what is needed; some things will not work. Connect it again to grant it.
     */
    missingScopes: Array<string>;
    /**
     * When the store was connected last; null for none.
     */
    connectedAt: string | null;
    /**
     * Whether the store has to be connected again before it can be used.
     */
    needsReconnect: boolean;
    /**
     * All connected stores of the client, in the order in which they were connected.
     */
    stores: Array<ShopifyStore>;
};
