/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookSubscription } from './WebhookSubscription.js';
/**
 * Changes to an endpoint. What it leaves out stays.
 */
export type UpdateWebhookEndpoint = {
    /**
     * Where events are sent: an https URL that leads to the internet, up to 2000 characters, without a user name, a password or a fragment.
     */
    url?: string | undefined;
    /**
     * The types of events that are sent, or `*` alone for all. Drafts are sent to their client’s endpoints only, internal matters to the organization’s.
     */
    events?: Array<WebhookSubscription> | undefined;
    /**
     * False stops it; true begins again with what happens from then on.
     */
    enabled?: boolean | undefined;
};
