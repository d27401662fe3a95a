/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyErasureCounts } from './ShopifyErasureCounts.js';
/**
 * The receipt of an erasing. It says nothing of whom.
 */
export type ShopifyErasure = {
    /**
     * Id of the receipt.
     */
    id: string;
    /**
     * The store’s domain at Shopify.
     */
    shop: string;
    /**
     * What was to be erased:
     *
     * - `customer`: One customer’s orders.
     * - `shop`: Everything from the store, which has removed the app.
     */
    kind: 'customer' | 'shop';
    /**
     * How far it is:
     *
     * - `waiting`: Some orders are still on their way; they are erased once they have been tried.
     * - `done`: All is erased.
     */
    state: 'waiting' | 'done';
    /**
     * How many orders are still to be erased.
     */
    ordersLeft: number;
    /**
     * How much was erased so far.
     */
    counts: ShopifyErasureCounts;
    /**
     * When Shopify asked for it.
     */
    requestedAt: string;
    /**
     * When it is done at the latest, wherever the orders are.
     */
    dueAt: string;
    /**
     * When all was erased; null before.
     */
    finishedAt: string | null;
};
