/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ImportError = {
    /**
     * As the spreadsheet numbers it; its first row is 1.
     */
    row: number;
    /**
     * The file’s own header.
     */
    column: string | null;
    field: string | null;
    /**
     * A warning does not reject the row.
     */
    severity: 'error' | 'warning';
    code: string;
    detail: string;
    value: string | null;
};
