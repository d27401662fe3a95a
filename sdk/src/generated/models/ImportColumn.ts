/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ImportColumn = {
    /**
     * As the spreadsheet shows it.
     */
    column: string;
    header: string;
    field: string | null;
    /**
     * From 0 to 1.
     */
    confidence: number;
    /**
     * Likely fields of a column without one.
     */
    suggestions: Array<string>;
};
