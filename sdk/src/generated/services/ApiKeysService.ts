/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ApiKeyPage } from '../models/ApiKeyPage.js';
import type { CreateApiKey } from '../models/CreateApiKey.js';
import type { CreatedApiKey } from '../models/CreatedApiKey.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class ApiKeysService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List the keys of your team
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     * @returns ApiKeyPage Done
     * @throws ApiError
     */
    public listApiKeys({
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
    }): CancelablePromise<ApiKeyPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/api-keys',
            query: {
                'limit': limit,
                'cursor': cursor,
            },
        });
    }
    /**
     * Make a key for a program
     * Send it as `Authorization: Bearer`, or as the user name of Basic: `curl -u KEY:`.
     *
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     * @returns CreatedApiKey Done
     * @throws ApiError
     */
    public createApiKey({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateApiKey,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<CreatedApiKey> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/api-keys',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Revoke a key at once
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public revokeApiKey({
        id,
    }: {
        /**
         * Id of the API key.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/api-keys/{id}',
            path: {
                'id': id,
            },
        });
    }
}
