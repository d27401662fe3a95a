/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Client } from '../models/Client.js';
import type { ClientPage } from '../models/ClientPage.js';
import type { ClientStatus } from '../models/ClientStatus.js';
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
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
        /**
         * Only clients in this state.
         */
        status?: ClientStatus | undefined,
        /**
         * Only clients with this text in the company’s name, Client ID or contact e-mail, up to 200 characters.
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
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
         * Id of the client.
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
    }: {
        /**
         * Id of the client.
         */
        id: string,
        requestBody: UpdateClient,
    }): CancelablePromise<Client> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/clients/{id}',
            path: {
                'id': id,
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
         * Id of the client.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
         * Id of the client.
         */
        id: string,
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
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
         * Id of the client.
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
    }: {
        /**
         * Id of the client.
         */
        id: string,
        requestBody: SetRequiredFields,
    }): CancelablePromise<RequiredFields> {
        return this.httpRequest.request({
            method: 'PUT',
            url: '/v1/clients/{id}/required-fields',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
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
         * Id of the client.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
}
