/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookSubscription } from './WebhookSubscription.js';
/**
 * A new webhook endpoint.
 */
export type CreateWebhookEndpoint = {
    /**
     * Where events are sent: an https URL that leads to the internet, up to 2000 characters, without a user name, a password or a fragment.
     */
    url: string;
    /**
     * The types of events that are sent, or `*` alone for all. Drafts are sent to their client’s endpoints only, internal matters to the organization’s.
     */
    events: Array<WebhookSubscription>;
};
