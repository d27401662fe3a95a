/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { WebhookAttemptError } from './WebhookAttemptError.js';
/**
 * One request to an endpoint, and what came of it.
 */
export type WebhookAttempt = {
    /**
     * Which attempt it was, from 1.
     */
    number: number;
    /**
     * Where it was sent.
     */
    url: string;
    /**
     * The headers that were sent.
     */
    requestHeaders: Record<string, string>;
    /**
     * The body that was sent, as it was signed.
     */
    requestBody: string;
    /**
     * The status of the answer; null when there was none.
     */
    status: number | null;
    /**
     * The body of the answer, its first 64 kB; null when there was none.
     */
    response: string | null;
    /**
     * Why the receiver did not take it; null after a success.
     */
    error: WebhookAttemptError | null;
    /**
     * The same in plain words; null after a success.
     */
    reason: string | null;
    /**
     * How long it took until the answer was read.
     */
    latencyMilliseconds: number;
    /**
     * When it ended.
     */
    createdAt: string;
};
