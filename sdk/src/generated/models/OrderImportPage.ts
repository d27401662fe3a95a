/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderImport } from './OrderImport.js';
export type OrderImportPage = {
    items: Array<OrderImport>;
    /**
     * Pass as `cursor` for the next page; null at the end.
     */
    nextCursor: string | null;
};
