/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A column of a spreadsheet and what it was taken for.
 */
export type ImportColumn = {
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
     * How sure that is, from 0 to 1; 0 where it was taken for none.
     */
    confidence: number;
    /**
     * Names of the likely fields of a column that was taken for none.
     */
    suggestions: Array<string>;
};
