/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Client } from '../models/Client.js';
import type { ClientPage } from '../models/ClientPage.js';
import type { CreateClient } from '../models/CreateClient.js';
import type { CreatedClient } from '../models/CreatedClient.js';
import type { MemberPage } from '../models/MemberPage.js';
import type { RequiredFields } from '../models/RequiredFields.js';
import type { SetRequiredFields } from '../models/SetRequiredFields.js';
import type { UpdateClient } from '../models/UpdateClient.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class ClientsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List clients
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     * @returns ClientPage Done
     * @throws ApiError
     */
    public listClients({
        limit = 50,
        cursor,
        status,
        q,
    }: {
        /**
         * How many to answer, 1 to 200.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before.
         */
        cursor?: string | undefined,
        status?: 'invited' | 'active' | 'archived' | undefined,
        /**
         * Part of the company’s name, Client ID or contact e-mail.
         */
        q?: string | undefined,
    }): CancelablePromise<ClientPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/clients',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
                'q': q,
            },
        });
    }
    /**
     * Add a client, and invite it if you like
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     * @returns CreatedClient Done
     * @throws ApiError
     */
    public createClient({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateClient,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<CreatedClient> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/clients',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Get a client
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     * @returns Client Done
     * @throws ApiError
     */
    public getClient({
        id,
    }: {
        /**
         * Its id.
         */
        id: string,
    }): CancelablePromise<Client> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/clients/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Change a client
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     * @returns Client Done
     * @throws ApiError
     */
    public updateClient({
        id,
        requestBody,
        ifMatch,
    }: {
        /**
         * Its id.
         */
        id: string,
        requestBody: UpdateClient,
        /**
         * The `ETag` of the version that was read. If the resource has changed since, nothing is done and the answer is `stale_version`. Without it the last writer wins.
         */
        ifMatch?: string | undefined,
    }): CancelablePromise<Client> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/clients/{id}',
            path: {
                'id': id,
            },
            headers: {
                'If-Match': ifMatch,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Archive a client
     * Its people are signed out and its API keys refused at once. Its orders stay.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     * @returns Client Done
     * @throws ApiError
     */
    public archiveClient({
        id,
        idempotencyKey,
    }: {
        /**
         * Its id.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Client> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/clients/{id}/archive',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * Take a client out of the archive
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     * @returns Client Done
     * @throws ApiError
     */
    public restoreClient({
        id,
        idempotencyKey,
    }: {
        /**
         * Its id.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Client> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/clients/{id}/restore',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * List the people of a client
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     * @returns MemberPage Done
     * @throws ApiError
     */
    public listClientMembers({
        id,
        limit = 50,
        cursor,
    }: {
        /**
         * Its id.
         */
        id: string,
        /**
         * How many to answer, 1 to 200.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before.
         */
        cursor?: string | undefined,
    }): CancelablePromise<MemberPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/clients/{id}/members',
            path: {
                'id': id,
            },
            query: {
                'limit': limit,
                'cursor': cursor,
            },
        });
    }
    /**
     * Get the fields that a client’s orders must fill
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     * @returns RequiredFields Done
     * @throws ApiError
     */
    public getClientRequiredFields({
        id,
    }: {
        /**
         * Its id.
         */
        id: string,
    }): CancelablePromise<RequiredFields> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/clients/{id}/required-fields',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Set the fields that a client’s orders must fill
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     * @returns RequiredFields Done
     * @throws ApiError
     */
    public setClientRequiredFields({
        id,
        requestBody,
        ifMatch,
    }: {
        /**
         * Its id.
         */
        id: string,
        requestBody: SetRequiredFields,
        /**
         * The `ETag` of the version that was read. If the resource has changed since, nothing is done and the answer is `stale_version`. Without it the last writer wins.
         */
        ifMatch?: string | undefined,
    }): CancelablePromise<RequiredFields> {
        return this.httpRequest.request({
            method: 'PUT',
            url: '/v1/clients/{id}/required-fields',
            path: {
                'id': id,
            },
            headers: {
                'If-Match': ifMatch,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
}
