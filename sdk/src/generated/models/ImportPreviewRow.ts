/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderContent } from './OrderContent.js';
/**
 * A row of a spreadsheet, or several of one order, as they would be imported.
 */
export type ImportPreviewRow = {
    /**
     * Number of its first row as the spreadsheet counts it: that of the file is 1.
     */
    row: number;
    /**
     * How many rows it takes; more than one only where rows are grouped.
     */
    rowCount: number;
    /**
     * The order that it would become; null where it has errors.
     */
    order: OrderContent | null;
    /**
     * The Client ID in the row, in a dispatcher’s spreadsheet; null for none.
     */
    clientCode: string | null;
};
