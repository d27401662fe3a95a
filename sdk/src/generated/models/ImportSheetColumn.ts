/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportColumnBasis } from './ImportColumnBasis.js';
import type { ImportColumnGrade } from './ImportColumnGrade.js';
import type { ImportColumnSplit } from './ImportColumnSplit.js';
import type { ImportDayOrder } from './ImportDayOrder.js';
/**
 * A column of a spreadsheet, what it is used for, and why.
 */
export type ImportSheetColumn = {
    /**
     * The column as the spreadsheet names it.
     */
    column: string;
    /**
     * What stands in the header; empty for none.
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
    /**
     * How far it is known what the column is; null where nothing is known.
     */
    grade: ImportColumnGrade | null;
    /**
     * Who says what the column is, or that it is left out; null where nobody does.
     */
    basis: ImportColumnBasis | null;
    /**
     * How sure that is, from 0 to 1; 0 where it was taken for none.
     */
    confidence: number;
    /**
     * Names of the likely fields of a column that is not used, the likeliest first.
     */
    suggestions: Array<string>;
    /**
     * Whether something stands in it that is not used, although nobody said to leave it out. Of a preview: in the rows that were read.
     */
    lost: boolean;
};
