/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderContent } from './OrderContent.js';
/**
 * A row of a spreadsheet as it would be imported.
 */
export type ImportPreviewRow = {
    /**
     * Number of the row as the spreadsheet counts it: the first row of the file is 1.
     */
    row: number;
    /**
     * The order that it would become; null where the row has errors.
     */
    order: OrderContent | null;
    /**
     * The Client ID in the row, in a dispatcher’s spreadsheet; null for none.
     */
    clientCode: string | null;
};
