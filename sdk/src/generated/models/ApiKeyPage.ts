/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ApiKey } from './ApiKey.js';
export type ApiKeyPage = {
    items: Array<ApiKey>;
    /**
     * Pass as `cursor` for the next page; null at the end.
     */
    nextCursor: string | null;
};
