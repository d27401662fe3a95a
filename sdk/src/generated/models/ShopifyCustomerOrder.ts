/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Order } from './Order.js';
import type { ShopifyCustomerProof } from './ShopifyCustomerProof.js';
import type { ShopifyCustomerTimelineItem } from './ShopifyCustomerTimelineItem.js';
/**
 * All that is kept of one order.
 */
export type ShopifyCustomerOrder = {
    /**
     * The order as you see it.
     */
    order: Order;
    /**
     * What the store said of it last; null where that is not kept.
     */
    fromStore: Record<string, any> | null;
    /**
     * What happened to it, oldest first.
     */
    timeline: Array<ShopifyCustomerTimelineItem>;
    /**
     * What was recorded at the door, oldest first.
     */
    proofs: Array<ShopifyCustomerProof>;
};
