/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LabelSize } from './LabelSize.js';
/**
 * Whose labels to make: exactly one of `ids` and `importId`.
 */
export type OrderLabels = {
    /**
     * The orders with these ids, 1 to 1000, in this order.
     */
    ids?: Array<string> | undefined;
    /**
     * How large the labels are.
     */
    size?: LabelSize | undefined;
    /**
     * Every order that this import made, in the order of its rows.
     */
    importId?: string | undefined;
};
