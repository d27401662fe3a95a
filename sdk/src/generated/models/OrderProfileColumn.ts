/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportColumnSplit } from './ImportColumnSplit.js';
import type { ImportDayOrder } from './ImportDayOrder.js';
/**
 * A column of such a file and what it is used for.
 */
export type OrderProfileColumn = {
    /**
     * The header in the file.
     */
    header: string;
    /**
     * Name of the field it was taken for, as `GET /v1/order-fields` lists them; null for none.
     */
    field: string | null;
    /**
     * The fields that one cell of it holds; null where it holds no several.
     */
    split: ImportColumnSplit | null;
    /**
     * What is put between its cell and those of the other columns of its field; null for a field of one column.
     */
    join: string | null;
    /**
     * How its dates are read; null where nobody said, and for other columns.
     */
    format: ImportDayOrder | null;
    /**
     * Whether it is used only where the other columns of its field, or of the address, are empty.
     */
    fallback: boolean;
};
