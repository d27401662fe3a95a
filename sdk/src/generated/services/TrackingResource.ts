/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Tracking } from '../models/Tracking';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class TrackingResource {
    /**
     * What the recipient sees of an order
     * The link itself is the permission. It works once the order is submitted, until 30 days after the order was finished. Of other recipients it tells only how many stops come before.
     *
     * Needs no credentials.
     * @returns Tracking The order as its recipient may see it.
     * @throws ApiError
     */
    public static get({
        token,
    }: {
        /**
         * The token at the end of the link that the recipient got.
         */
        token: string,
    }): CancelablePromise<Tracking> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/tracking/{token}',
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
