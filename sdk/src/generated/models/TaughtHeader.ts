/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportColumnSplit } from './ImportColumnSplit.js';
import type { ImportDayOrder } from './ImportDayOrder.js';
/**
 * What columns with this header are taken for. Where neither a field nor a split is named, they are left out.
 */
export type TaughtHeader = {
    /**
     * The header as the file had it; any spelling of it is taken the same way.
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
     * When somebody said so last.
     */
    taughtAt: string;
};
