/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Integration } from './Integration.js';
/**
 * One page of a list of integrations.
 */
export type IntegrationPage = {
    /**
     * The integrations of this page, in the order of the list.
     */
    items: Array<Integration>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
