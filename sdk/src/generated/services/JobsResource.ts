/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { FailedJobPage } from '../models/FailedJobPage';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class JobsResource {
    /**
     * List work that was given up
     * What was to be done for your organization behind the scenes and failed for good, with the reason in plain words: mails, imports, webhooks, what stores are told.
     *
     * Allowed (`jobs:manage`): organization: owner, admin.
     * @returns FailedJobPage One page of failed work, newest first.
     * @throws ApiError
     */
    public static list({
        limit,
        cursor,
        state,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
        /**
         * Which work:
         *
         * - `dead`: It was given up.
         *
         * Default "dead".
         */
        state?: 'dead',
    }): CancelablePromise<FailedJobPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/jobs',
            query: {
                'limit': limit,
                'cursor': cursor,
                'state': state,
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
     * Try failed work again
     * It starts at once, with as many attempts as at first.
     *
     * Allowed (`jobs:manage`): organization: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public static retry({
        id,
    }: {
        /**
         * Id of the failed work.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/jobs/{id}/retry',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`job_not_retryable\`: This work cannot be tried again. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
