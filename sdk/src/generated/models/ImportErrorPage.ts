/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ImportError } from './ImportError.js';
export type ImportErrorPage = {
    items: Array<ImportError>;
    /**
     * Pass as `cursor` for the next page; null at the end.
     */
    nextCursor: string | null;
};
