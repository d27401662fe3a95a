/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Tracking } from '../models/Tracking.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class TrackingService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * What the recipient sees of an order
     * The link itself is the permission. It ends 30 days after the order was finished.
     *
     * Needs no credentials.
     * @returns Tracking Done
     * @throws ApiError
     */
    public getTracking({
        token,
    }: {
        /**
         * The token at the end of the link that the recipient got.
         */
        token: string,
    }): CancelablePromise<Tracking> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/tracking/{token}',
            path: {
                'token': token,
            },
        });
    }
}
