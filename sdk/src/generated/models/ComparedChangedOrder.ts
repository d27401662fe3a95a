/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ComparedChange } from './ComparedChange.js';
import type { OrderStatus } from './OrderStatus.js';
/**
 * An order of yours that the file would change.
 */
export type ComparedChangedOrder = {
    /**
     * Number of its first row as the spreadsheet counts it: that of the file is 1.
     */
    row: number;
    /**
     * Its Id.
     */
    externalId: string;
    /**
     * Id of the order.
     */
    orderId: string;
    /**
     * How far the order is; an import updates only drafts.
     */
    status: OrderStatus;
    /**
     * The fields that differ, of those for which the file has columns; the others do not count.
     */
    changes: Array<ComparedChange>;
};
