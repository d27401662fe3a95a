/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyImportResult } from './ShopifyImportResult.js';
/**
 * One page of a list of results.
 */
export type ShopifyImportResultPage = {
    /**
     * The results of this page, in the order of the list.
     */
    items: Array<ShopifyImportResult>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
