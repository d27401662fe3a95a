/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventType } from './EventType.js';
/**
 * What to send as a test.
 */
export type TestWebhookEndpoint = {
    /**
     * The type of event to send an example of.
     */
    type: EventType;
};
