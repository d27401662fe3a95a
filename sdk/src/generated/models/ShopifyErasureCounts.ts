/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How much was erased.
 */
export type ShopifyErasureCounts = {
    /**
     * Orders that keep no more than their state and times.
     */
    orders: number;
    /**
     * Attempts whose names, notes and places were erased.
     */
    attempts: number;
    /**
     * Entries of chains of proof whose content was erased; their hashes stay.
     */
    proofs: number;
    /**
     * Photos and signatures that were deleted.
     */
    pictures: number;
    /**
     * Entries of timelines from which a reason in free words was erased.
     */
    events: number;
    /**
     * Kept messages to webhook endpoints that were erased.
     */
    webhooks: number;
    /**
     * Files with customers’ data that were deleted.
     */
    files: number;
};
