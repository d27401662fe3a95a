/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why the receiver did not take it:
 *
 * - `target_refused`: The address is not one of the internet.
 * - `name_not_found`: The name in the URL leads to no address.
 * - `connection_failed`: No connection came about, or it broke.
 * - `tls_failed`: The certificate of the receiver is not valid for its name.
 * - `timeout`: There was no whole answer within 15 seconds.
 * - `redirected`: The answer was a redirect, which is not followed.
 * - `refused_by_receiver`: The answer was none of 2xx.
 */
export type WebhookAttemptError = 'target_refused' | 'name_not_found' | 'connection_failed' | 'tls_failed' | 'timeout' | 'redirected' | 'refused_by_receiver';
