/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Why the receiver did not take it:
 *
 * - `target_refused`: The URL leads to a private address, to which nothing is sent.
 * - `name_not_found`: The receiver’s name was not found.
 * - `connection_refused`: The receiver refused the connection.
 * - `connection_failed`: No connection to the receiver came about, it broke, or what came was no HTTP.
 * - `tls_failed`: The receiver’s certificate is not valid, its intermediate certificate is missing, or it does not speak TLS 1.2.
 * - `timeout`: The receiver did not answer within 15 seconds, or could not be connected to within 5.
 * - `redirected`: The receiver answered with a redirect, which is not followed.
 * - `refused_by_receiver`: The receiver answered, but not with 2xx.
 */
export type WebhookAttemptError = 'target_refused' | 'name_not_found' | 'connection_refused' | 'connection_failed' | 'tls_failed' | 'timeout' | 'redirected' | 'refused_by_receiver';
