/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateOrder } from './CreateOrder.js';
/**
 * Orders to make in one request, each by itself.
 */
export type CreateOrders = {
    /**
     * The orders to make, 1 to 1000.
     */
    orders: Array<CreateOrder>;
};
