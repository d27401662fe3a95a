/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyImportStatus } from './ShopifyImportStatus.js';
/**
 * The import of everything that a store has yet to send.
 */
export type ShopifyImport = {
    /**
     * Id of the import.
     */
    id: string;
    /**
     * The store’s domain.
     */
    shop: string;
    /**
     * How far the import is.
     */
    status: ShopifyImportStatus;
    /**
     * How many orders of the store have been looked at so far.
     */
    ordersFound: number;
    /**
     * How many of them became drafts, redacted ones among them.
     */
    ordersImported: number;
    /**
     * How many of the drafts wait for data that Shopify kept back.
     */
    ordersRedacted: number;
    /**
     * How many were imported before.
     */
    ordersSkipped: number;
    /**
     * How many could not be imported; `…/results` says why.
     */
    ordersRejected: number;
    /**
     * How it ended, for people; null before.
     */
    message: string | null;
    /**
     * Stable name of the reason why it failed; null where it did not.
     */
    failureCode: string | null;
    /**
     * When somebody asked to cancel it; null if nobody did.
     */
    cancelRequestedAt: string | null;
    /**
     * When it was asked for.
     */
    createdAt: string;
    /**
     * When it began; null while it waits.
     */
    startedAt: string | null;
    /**
     * When it ended; null before.
     */
    finishedAt: string | null;
    /**
     * Counts the changes of the import; the `ETag` of a single import is made from it.
     */
    version: number;
};
