/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportedShopifyOrder } from './ImportedShopifyOrder.js';
import type { ShopifyImport } from './ShopifyImport.js';
/**
 * What an import of named orders did, or the import of all.
 */
export type ShopifyImportAnswer = {
    /**
     * How many became drafts.
     */
    succeededCount: number;
    /**
     * How many were imported before.
     */
    skippedCount: number;
    /**
     * How many were not imported, with the reason in `results`.
     */
    failedCount: number;
    /**
     * What became of each order that was named, in that order; empty with `all`.
     */
    results: Array<ImportedShopifyOrder>;
    /**
     * With `all` the import that is under way, to ask for until it has ended; null else.
     */
    import: ShopifyImport | null;
};
