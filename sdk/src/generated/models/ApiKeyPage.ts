/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ApiKey } from './ApiKey.js';
/**
 * One page of a list of API keys.
 */
export type ApiKeyPage = {
    /**
     * The API keys of this page, in the order of the list.
     */
    items: Array<ApiKey>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
