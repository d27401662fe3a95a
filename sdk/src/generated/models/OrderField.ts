/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A field that orders have.
 */
export type OrderField = {
    /**
     * Name of the field, which is its path in the order.
     */
    name: string;
    /**
     * Name of the field for people.
     */
    label: string;
    /**
     * Header of its column in the spreadsheet template.
     */
    header: string;
    /**
     * Other headers that are understood for its column.
     */
    synonyms: Array<string>;
    /**
     * What its values are:
     *
     * - `string`: Text.
     * - `integer`: A whole number.
     * - `number`: A number.
     * - `array`: Several texts.
     */
    type: 'string' | 'integer' | 'number' | 'array';
    /**
     * How a cell is written, in words; null for free text.
     */
    format: string | null;
    /**
     * A cell that is understood.
     */
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
     * Whose spreadsheets may have its column:
     *
     * - `all`: Those of clients and of dispatchers.
     * - `dispatcher`: Those of dispatchers.
     */
    audience: 'all' | 'dispatcher';
};
