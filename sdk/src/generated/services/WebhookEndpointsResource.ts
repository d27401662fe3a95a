/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateWebhookEndpoint } from '../models/CreateWebhookEndpoint';
import type { RecoveredDeliveries } from '../models/RecoveredDeliveries';
import type { RecoverWebhookEndpoint } from '../models/RecoverWebhookEndpoint';
import type { TestWebhookEndpoint } from '../models/TestWebhookEndpoint';
import type { UpdateWebhookEndpoint } from '../models/UpdateWebhookEndpoint';
import type { WebhookDelivery } from '../models/WebhookDelivery';
import type { WebhookDeliveryPage } from '../models/WebhookDeliveryPage';
import type { WebhookDeliveryState } from '../models/WebhookDeliveryState';
import type { WebhookDeliveryWithAttempts } from '../models/WebhookDeliveryWithAttempts';
import type { WebhookEndpoint } from '../models/WebhookEndpoint';
import type { WebhookEndpointPage } from '../models/WebhookEndpointPage';
import type { WebhookEndpointWithSecret } from '../models/WebhookEndpointWithSecret';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class WebhookEndpointsResource {
    /**
     * List webhook endpoints
     * Those of your own team: a client’s are its own, and the organization’s are apart from them.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookEndpointPage One page of endpoints, newest first.
     * @throws ApiError
     */
    public static list({
        limit,
        cursor,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
    }): CancelablePromise<WebhookEndpointPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/webhook-endpoints',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Have events sent to an address
     * Each event that your team may read, of the types named, is sent as a POST, from now on. Messages follow Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp` and `webhook-signature`, which `waybill.webhooks.verify()` of the SDK and the libraries of standardwebhooks.com check. Any answer of 2xx within 15 seconds is success; anything else, redirects too, is tried again for about three days, no sooner than a `Retry-After` asks, up to a day. A message may come more than once, always with the same `webhook-id`, and messages may overtake each other: `data` and `createdAt` say what came first.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookEndpointWithSecret The new endpoint with its secret. Store it now: no other call shows it, only this one again under its `Idempotency-Key`, for 24 hours.
     * @throws ApiError
     */
    public static create({
        requestBody,
    }: {
        requestBody: CreateWebhookEndpoint,
    }): CancelablePromise<WebhookEndpointWithSecret> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/webhook-endpoints',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                409: `\`webhook_endpoints_full\`: The team has as many webhook endpoints as one can have. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get a webhook endpoint
     * `failingSince` and `disabledReason` say how it does. Its secret is not shown.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookEndpoint The endpoint.
     * @throws ApiError
     */
    public static get({
        id,
    }: {
        /**
         * Id of the webhook endpoint.
         */
        id: string,
    }): CancelablePromise<WebhookEndpoint> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/webhook-endpoints/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Change a webhook endpoint
     * Its secret stays. One that was disabled, by whatever reason, is enabled again by `enabled: true`; what happened meanwhile is not sent.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookEndpoint The endpoint as it is now.
     * @throws ApiError
     */
    public static update({
        id,
        requestBody,
    }: {
        /**
         * Id of the webhook endpoint.
         */
        id: string,
        requestBody: UpdateWebhookEndpoint,
    }): CancelablePromise<WebhookEndpoint> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/webhook-endpoints/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Delete a webhook endpoint
     * Nothing is sent to it any more, also nothing that was waiting for another attempt.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public static delete({
        id,
    }: {
        /**
         * Id of the webhook endpoint.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/webhook-endpoints/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Replace the secret of a webhook endpoint
     * For 24 hours messages carry two signatures, by the new secret and by the one before, so that receivers can change over. Rotated again within that time, only the newest two sign.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookEndpointWithSecret The endpoint with its new secret. Store it now: no other call shows it, only this one again under its `Idempotency-Key`, for 24 hours.
     * @throws ApiError
     */
    public static rotateSecret({
        id,
    }: {
        /**
         * Id of the webhook endpoint.
         */
        id: string,
    }): CancelablePromise<WebhookEndpointWithSecret> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/webhook-endpoints/{id}/rotate-secret',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * List what was sent to a webhook endpoint
     * Deliveries are kept for 30 days. What was sent and answered is told with each one alone.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookDeliveryPage One page of deliveries, newest first.
     * @throws ApiError
     */
    public static listDeliveries({
        id,
        state,
        limit,
        cursor,
    }: {
        /**
         * Id of the webhook endpoint.
         */
        id: string,
        /**
         * Only deliveries in these states; repeat it for several.
         */
        state?: Array<WebhookDeliveryState>,
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
    }): CancelablePromise<WebhookDeliveryPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/webhook-endpoints/{id}/deliveries',
            path: {
                'id': id,
            },
            query: {
                'state': state,
                'limit': limit,
                'cursor': cursor,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Send a test to a webhook endpoint
     * Sends an example of an event, signed like any other, whatever types the endpoint is sent. Its `eventId` is null, and nothing has happened. Ask for the delivery to see what came of it.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookDelivery The delivery, which is under way.
     * @throws ApiError
     */
    public static test({
        id,
        requestBody,
    }: {
        /**
         * Id of the webhook endpoint.
         */
        id: string,
        requestBody: TestWebhookEndpoint,
    }): CancelablePromise<WebhookDelivery> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/webhook-endpoints/{id}/test',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`webhook_endpoint_disabled\`: The webhook endpoint is disabled. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Send again what failed since a moment
     * Begins failed deliveries anew, the oldest first, at most 10,000 by one call, each under its `webhook-id` of before.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns RecoveredDeliveries How many are sent again.
     * @throws ApiError
     */
    public static recover({
        id,
        requestBody,
    }: {
        /**
         * Id of the webhook endpoint.
         */
        id: string,
        requestBody: RecoverWebhookEndpoint,
    }): CancelablePromise<RecoveredDeliveries> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/webhook-endpoints/{id}/recover',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`webhook_endpoint_disabled\`: The webhook endpoint is disabled. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get a delivery
     * With every attempt: what was sent, what the receiver answered, and how long it took.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookDeliveryWithAttempts The delivery and its attempts.
     * @throws ApiError
     */
    public static getDelivery({
        id,
    }: {
        /**
         * Id of the delivery.
         */
        id: string,
    }): CancelablePromise<WebhookDeliveryWithAttempts> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/webhook-deliveries/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Send a delivery again
     * At once, under its `webhook-id` of before, whether it succeeded, failed or waits; the schedule of attempts begins anew. While one is under way, no second one is made beside it.
     *
     * Allowed (`webhooks:manage`): organization: owner, admin; client: owner, admin.
     * @returns WebhookDelivery The delivery, which is under way.
     * @throws ApiError
     */
    public static redeliver({
        id,
    }: {
        /**
         * Id of the delivery.
         */
        id: string,
    }): CancelablePromise<WebhookDelivery> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/webhook-deliveries/{id}/redeliver',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`webhook_endpoint_disabled\`: The webhook endpoint is disabled. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
