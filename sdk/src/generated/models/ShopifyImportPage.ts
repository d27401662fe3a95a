/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyImport } from './ShopifyImport.js';
/**
 * One page of a list of imports.
 */
export type ShopifyImportPage = {
    /**
     * The imports of this page, in the order of the list.
     */
    items: Array<ShopifyImport>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
