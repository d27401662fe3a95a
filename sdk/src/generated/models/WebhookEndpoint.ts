/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDisabledReason } from './WebhookDisabledReason.js';
/**
 * An address to which your team’s events are sent.
 */
export type WebhookEndpoint = {
    /**
     * Id of the endpoint.
     */
    id: string;
    /**
     * Where events are sent.
     */
    url: string;
    /**
     * The types of events that are sent; `*` stands for all.
     */
    events: Array<string>;
    /**
     * Whether events are sent to it.
     */
    enabled: boolean;
    /**
     * Why it is not enabled; null while it is.
     */
    disabledReason: WebhookDisabledReason | null;
    /**
     * Since when it is not enabled; null while it is.
     */
    disabledAt: string | null;
    /**
     * Its first failure since its last success; null when the last attempt succeeded.
     */
    failingSince: string | null;
    /**
     * Until then messages are signed by the secret before the last rotation too; null for none.
     */
    previousSecretUntil: string | null;
    /**
     * When it was made.
     */
    createdAt: string;
};
