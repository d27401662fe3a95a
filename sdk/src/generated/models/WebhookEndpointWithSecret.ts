/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookDisabledReason } from './WebhookDisabledReason.js';
/**
 * The endpoint with its new secret.
 */
export type WebhookEndpointWithSecret = {
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
    /**
     * The secret by which messages are signed, shown by this call alone.
     */
    secret: string;
};
