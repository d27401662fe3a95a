/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateOrder } from './CreateOrder.js';
export type CreateOrders = {
    orders: Array<CreateOrder>;
};
