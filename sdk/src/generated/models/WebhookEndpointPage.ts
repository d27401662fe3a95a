/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookEndpoint } from './WebhookEndpoint.js';
/**
 * One page of a list of webhook endpoints.
 */
export type WebhookEndpointPage = {
    /**
     * The webhook endpoints of this page, in the order of the list.
     */
    items: Array<WebhookEndpoint>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
