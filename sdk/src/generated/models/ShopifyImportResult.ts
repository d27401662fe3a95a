/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ShopifyImportOutcome } from './ShopifyImportOutcome.js';
/**
 * What there is to say of one order of an import.
 */
export type ShopifyImportResult = {
    /**
     * Id of the order in the store; null where none was found.
     */
    shopifyOrderId: string | null;
    /**
     * What the store calls it; null where none was found.
     */
    name: string | null;
    /**
     * What became of it.
     */
    outcome: ShopifyImportOutcome;
    /**
     * The order here that it became, or that has its Id; null where there is none.
     */
    orderId: string | null;
    /**
     * Why, in plain words; where it became a draft, what was cut or is odd, null for nothing.
     */
    detail: string | null;
};
