/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { StoreFulfillmentState } from './StoreFulfillmentState.js';
/**
 * How far a delivered order is with being marked as fulfilled in the store it came from.
 */
export type StoreFulfillment = {
    /**
     * The order here.
     */
    orderId: string;
    /**
     * The Id of the order, by default its name in the store.
     */
    externalId: string | null;
    /**
     * The store it came from.
     */
    shop: string;
    /**
     * How far it is.
     */
    state: StoreFulfillmentState;
    /**
     * Why it failed; null where it did not:
     *
     * - `store_refused`: Shopify declined what it was asked, or a part of it.
     * - `store_access_lost`: The store no longer lets us in. It has to be connected again.
     * - `store_not_permitted`: The store has not granted what this takes. It has to be connected again, and grant what it is asked for.
     * - `store_unavailable`: Shopify did not answer, or asked us to wait, however often it was tried.
     * - `delivery_corrected`: It was marked as fulfilled, and then the delivery turned out not to have happened.
     */
    failure: 'store_refused' | 'store_access_lost' | 'store_not_permitted' | 'store_unavailable' | 'delivery_corrected' | null;
    /**
     * What went wrong or what it waits for, in plain words; null for nothing.
     */
    reason: string | null;
    /**
     * Whether the store was asked to tell its customer, by `notifyCustomer` of the store.
     */
    notified: boolean;
    /**
     * When we marked it last; null where we never did.
     */
    fulfilledAt: string | null;
    /**
     * When this last changed.
     */
    updatedAt: string;
};
