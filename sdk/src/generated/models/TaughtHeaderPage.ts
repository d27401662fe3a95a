/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { TaughtHeader } from './TaughtHeader.js';
/**
 * One page of a list of taught headers.
 */
export type TaughtHeaderPage = {
    /**
     * The taught headers of this page, in the order of the list.
     */
    items: Array<TaughtHeader>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
