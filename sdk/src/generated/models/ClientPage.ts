/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Client } from './Client.js';
/**
 * One page of a list of clients.
 */
export type ClientPage = {
    /**
     * The clients of this page, in the order of the list.
     */
    items: Array<Client>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
