/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Order } from './Order.js';
/**
 * One page of a list of orders.
 */
export type OrderPage = {
    /**
     * The orders of this page, in the order of the list.
     */
    items: Array<Order>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
