/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateDriver } from '../models/CreateDriver.js';
import type { Driver } from '../models/Driver.js';
import type { DriverPage } from '../models/DriverPage.js';
import type { UpdateDriver } from '../models/UpdateDriver.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class DriversService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List drivers
     * Allowed (`drivers:read`): organization: owner, admin, dispatcher, viewer.
     * @returns DriverPage Done
     * @throws ApiError
     */
    public listDrivers({
        limit = 50,
        cursor,
    }: {
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
    }): CancelablePromise<DriverPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/drivers',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
        });
    }
    /**
     * Add a driver
     * Allowed (`drivers:write`): organization: owner, admin, dispatcher.
     * @returns Driver Done
     * @throws ApiError
     */
    public createDriver({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateDriver,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Driver> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/drivers',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Get a driver
     * Allowed (`drivers:read`): organization: owner, admin, dispatcher, viewer.
     * @returns Driver Done
     * @throws ApiError
     */
    public getDriver({
        id,
    }: {
        /**
         * Id of the driver.
         */
        id: string,
    }): CancelablePromise<Driver> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/drivers/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Change a driver
     * Allowed (`drivers:write`): organization: owner, admin, dispatcher.
     * @returns Driver Done
     * @throws ApiError
     */
    public updateDriver({
        id,
        requestBody,
    }: {
        /**
         * Id of the driver.
         */
        id: string,
        requestBody: UpdateDriver,
    }): CancelablePromise<Driver> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/drivers/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Delete a driver; their routes stay, without a driver
     * Allowed (`drivers:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public deleteDriver({
        id,
    }: {
        /**
         * Id of the driver.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/drivers/{id}',
            path: {
                'id': id,
            },
        });
    }
}
