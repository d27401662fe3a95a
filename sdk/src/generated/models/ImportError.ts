/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportFix } from './ImportFix.js';
import type { ImportSeverity } from './ImportSeverity.js';
/**
 * Something that is wrong or odd in a row of a spreadsheet.
 */
export type ImportError = {
    /**
     * Id of the error within its import.
     */
    id: string;
    /**
     * Number of the row as the spreadsheet counts it: the first row of the file is 1.
     */
    row: number;
    /**
     * The column by its header in the file; null where it is about the whole row.
     */
    column: string | null;
    /**
     * Name of the field, as `GET /v1/order-fields` lists them; null where it is about none.
     */
    field: string | null;
    /**
     * How bad it is.
     */
    severity: ImportSeverity;
    /**
     * Stable name of what is wrong: write your programs against it.
     */
    code: string;
    /**
     * What is wrong and how to mend it, for people.
     */
    detail: string;
    /**
     * What stands in the cell, shortened where it is long; null where there is none.
     */
    value: string | null;
    /**
     * What is likely meant; null where nothing is likely.
     */
    fix: ImportFix | null;
    /**
     * The import that took the row with another value in this cell; null where none did, or it was undone.
     */
    fixedBy: string | null;
};
