/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where it is:
 *
 * - `pending`: It waits for its first or its next attempt.
 * - `succeeded`: The receiver took it.
 * - `failed`: There are no more attempts, or its endpoint is disabled.
 */
export type WebhookDeliveryState = 'pending' | 'succeeded' | 'failed';
