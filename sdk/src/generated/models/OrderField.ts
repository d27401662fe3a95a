/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type OrderField = {
    /**
     * Its path in the order.
     */
    name: string;
    label: string;
    /**
     * The spreadsheet column in our template.
     */
    header: string;
    /**
     * Other column headers that are understood.
     */
    synonyms: Array<string>;
    type: 'string' | 'integer' | 'number' | 'array';
    /**
     * How a cell is written, in words; null for free text.
     */
    format: string | null;
    example: string;
    /**
     * Needed in every order; instead of Address Line 1, latitude and longitude do as well.
     */
    mandatory: boolean;
    /**
     * Whether a dispatcher may make it required for a client.
     */
    requirable: boolean;
    /**
     * Whose spreadsheets may have the column.
     */
    audience: 'all' | 'dispatcher';
};
