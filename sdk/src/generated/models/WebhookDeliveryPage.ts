/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDelivery } from './WebhookDelivery.js';
/**
 * One page of a list of deliveries.
 */
export type WebhookDeliveryPage = {
    /**
     * The deliveries of this page, in the order of the list.
     */
    items: Array<WebhookDelivery>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
