/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { StoreFulfillment } from './StoreFulfillment.js';
/**
 * One page of a list of fulfilments.
 */
export type StoreFulfillmentPage = {
    /**
     * The fulfilments of this page, in the order of the list.
     */
    items: Array<StoreFulfillment>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
