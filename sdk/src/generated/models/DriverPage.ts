/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Driver } from './Driver.js';
/**
 * One page of a list of drivers.
 */
export type DriverPage = {
    /**
     * The drivers of this page, in the order of the list.
     */
    items: Array<Driver>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
