/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderField } from './OrderField.js';
/**
 * One page of a list of order fields.
 */
export type OrderFieldPage = {
    /**
     * The order fields of this page, in the order of the list.
     */
    items: Array<OrderField>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
