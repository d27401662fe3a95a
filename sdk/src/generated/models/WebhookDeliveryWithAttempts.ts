/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventType } from './EventType.js';
import type { WebhookAttempt } from './WebhookAttempt.js';
import type { WebhookDeliveryState } from './WebhookDeliveryState.js';
/**
 * A delivery with all that was tried.
 */
export type WebhookDeliveryWithAttempts = {
    /**
     * Id of the delivery, which is the `webhook-id` of each of its messages.
     */
    id: string;
    /**
     * The endpoint it is for.
     */
    endpointId: string;
    /**
     * The event it tells of; null for a test.
     */
    eventId: string | null;
    /**
     * The type of the event.
     */
    type: EventType;
    /**
     * Where it is.
     */
    state: WebhookDeliveryState;
    /**
     * How often it was tried.
     */
    attempts: number;
    /**
     * When it is tried next; null when it is not.
     */
    nextAttemptAt: string | null;
    /**
     * When it was made.
     */
    createdAt: string;
    /**
     * Its attempts, oldest first; the newest 50.
     */
    log: Array<WebhookAttempt>;
};
