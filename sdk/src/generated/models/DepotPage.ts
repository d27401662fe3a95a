/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Depot } from './Depot.js';
export type DepotPage = {
    items: Array<Depot>;
    /**
     * Pass as `cursor` for the next page; null at the end.
     */
    nextCursor: string | null;
};
