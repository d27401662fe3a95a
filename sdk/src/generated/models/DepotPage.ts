/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Depot } from './Depot.js';
/**
 * One page of a list of depots.
 */
export type DepotPage = {
    /**
     * The depots of this page, in the order of the list.
     */
    items: Array<Depot>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
