/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RunSheet } from '../models/RunSheet';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class RunSheetsResource {
    /**
     * The run sheet behind a driver link
     * The link itself is the permission. It ends 48 hours after it was made, or after the route’s planned start at that time if that was later. Unknown, expired and incomplete links all answer `not_found`.
     *
     * Needs no credentials.
     * @returns RunSheet The route with its stops, as the driver needs them.
     * @throws ApiError
     */
    public static get({
        token,
    }: {
        /**
         * The token at the end of the link that the driver got.
         */
        token: string,
    }): CancelablePromise<RunSheet> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/run-sheets/{token}',
            path: {
                'token': token,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
