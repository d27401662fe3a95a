/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderContent } from './OrderContent.js';
/**
 * An order of the file whose Id no order of yours has.
 */
export type ComparedNewOrder = {
    /**
     * Number of its first row as the spreadsheet counts it: that of the file is 1.
     */
    row: number;
    /**
     * Its Id.
     */
    externalId: string;
    /**
     * The order that it would become.
     */
    order: OrderContent;
};
