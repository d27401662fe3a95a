/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderProfileColumn } from './OrderProfileColumn.js';
/**
 * A layout in which another program hands out orders.
 */
export type OrderProfile = {
    /**
     * What `profile` of an upload calls it.
     */
    name: string;
    /**
     * What people call it.
     */
    label: string;
    /**
     * Where such a file comes from, and what is peculiar about it.
     */
    description: string;
    /**
     * Which rows are one order:
     *
     * - `one`: Each row.
     * - `many`: Rows below each other with the same Id; their products and package counts are gathered.
     */
    rowsPerOrder: 'one' | 'many';
    /**
     * The columns that become part of an order. The others are left out on purpose.
     */
    columns: Array<OrderProfileColumn>;
};
