/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateDepot } from '../models/CreateDepot.js';
import type { Depot } from '../models/Depot.js';
import type { DepotPage } from '../models/DepotPage.js';
import type { UpdateDepot } from '../models/UpdateDepot.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class DepotsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List depots
     * Allowed (`depots:read`): organization: owner, admin, dispatcher, viewer.
     * @returns DepotPage Done
     * @throws ApiError
     */
    public listDepots({
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
    }): CancelablePromise<DepotPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/depots',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
        });
    }
    /**
     * Add a depot
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     * @returns Depot Done
     * @throws ApiError
     */
    public createDepot({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateDepot,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Depot> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/depots',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Get a depot
     * Allowed (`depots:read`): organization: owner, admin, dispatcher, viewer.
     * @returns Depot Done
     * @throws ApiError
     */
    public getDepot({
        id,
    }: {
        /**
         * Id of the depot.
         */
        id: string,
    }): CancelablePromise<Depot> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/depots/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Change a depot
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     * @returns Depot Done
     * @throws ApiError
     */
    public updateDepot({
        id,
        requestBody,
    }: {
        /**
         * Id of the depot.
         */
        id: string,
        requestBody: UpdateDepot,
    }): CancelablePromise<Depot> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/depots/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Delete a depot; what belongs to it moves to the main one
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public deleteDepot({
        id,
    }: {
        /**
         * Id of the depot.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/depots/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Make this the main depot
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     * @returns Depot Done
     * @throws ApiError
     */
    public setMainDepot({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the depot.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Depot> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/depots/{id}/set-main',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
}
