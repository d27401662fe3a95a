/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Work for your organization that was given up.
 */
export type FailedJob = {
    /**
     * Id of the work, for a retry.
     */
    id: string;
    /**
     * What was to be done:
     *
     * - `housekeeping`: Clearing up behind the scenes.
     * - `mail`: Sending a mail.
     * - `routes`: Measuring a route on the map.
     * - `sandbox`: Driving a route of a sandbox.
     * - `webhooks`: Calling a webhook endpoint.
     * - `fulfilment`: Telling a store what became of its order.
     * - `shopify`: Asking a Shopify store.
     * - `shopify-imports`: Importing all orders of a Shopify store.
     * - `imports`: Reading a spreadsheet.
     */
    kind: 'housekeeping' | 'mail' | 'routes' | 'sandbox' | 'webhooks' | 'fulfilment' | 'shopify' | 'shopify-imports' | 'imports';
    /**
     * Why it was given up:
     *
     * - `crashed`: The server stopped 3 times while it was working on this.
     * - `mail_not_taken`: The mail server did not take the mail, however often it was tried.
     * - `store_unavailable`: Shopify did not answer, or asked us to wait, however often it was tried.
     * - `store_access_lost`: The store no longer lets us in. It has to be connected again.
     * - `store_refused`: Shopify declined what it was asked, or a part of it.
     * - `store_not_permitted`: The store has not granted what this takes. It has to be connected again, and grant what it is asked for.
     * - `unexpected`: It failed again and again by an error on our side.
     * - `target_refused`: The URL leads to a private address, to which nothing is sent.
     * - `name_not_found`: The receiver’s name was not found.
     * - `connection_refused`: The receiver refused the connection.
     * - `connection_failed`: No connection to the receiver came about, it broke, or what came was no HTTP.
     * - `tls_failed`: The receiver’s certificate is not valid, its intermediate certificate is missing, or it does not speak TLS 1.2.
     * - `timeout`: The receiver did not answer within 15 seconds, or could not be connected to within 5.
     * - `redirected`: The receiver answered with a redirect, which is not followed.
     * - `refused_by_receiver`: The receiver answered, but not with 2xx.
     */
    failure: 'crashed' | 'mail_not_taken' | 'store_unavailable' | 'store_access_lost' | 'store_refused' | 'store_not_permitted' | 'unexpected' | 'target_refused' | 'name_not_found' | 'connection_refused' | 'connection_failed' | 'tls_failed' | 'timeout' | 'redirected' | 'refused_by_receiver';
    /**
     * The same in plain words.
     */
    reason: string;
    /**
     * Whether a retry can help. An import that failed is uploaded again instead, a drive is begun anew.
     */
    retryable: boolean;
    /**
     * How often it was tried.
     */
    attempts: number;
    /**
     * When it was asked for: of a webhook, its last attempt.
     */
    createdAt: string;
    /**
     * When it was given up.
     */
    failedAt: string;
    /**
     * Of a webhook, its delivery; null of other work.
     */
    webhookDeliveryId: string | null;
};
