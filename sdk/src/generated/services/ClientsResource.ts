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
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListClientsQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only clients in this state.
     */
    status?: ClientStatus | undefined;
    /**
     * Only clients with this text in the company’s name, Client ID or contact e-mail, up to 200 characters.
     */
    q?: string | undefined;
}
export interface ListClientMembersQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class ClientsResource extends Resource {
    /**
     * List clients
     *
     * The filters can be combined.
     *
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns A page of clients.
     */
    list(query?: ListClientsQuery, options?: RequestOptions): PagePromise<ClientPage> {
        return this.page({ method: 'GET', url: '/v1/clients', query }, options);
    }
    /**
     * Add a client, and invite it if you like
     *
     * A client is `invited` until its first person has signed up; its `clientCode` is made then.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @returns The new client, with the invitation if one was asked for; a link’s `url` is in this answer alone.
     */
    create(body: CreateClient, options?: RequestOptions): Promise<Answer<CreatedClient>> {
        return this.call({ method: 'POST', url: '/v1/clients', body }, options);
    }
    /**
     * Get a client
     *
     * Its `ETag` is needed to change it safely.
     *
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the client.
     * @returns The client.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<Client>> {
        return this.call({ method: 'GET', url: '/v1/clients/{id}', path: { id } }, options);
    }
    /**
     * Change a client
     *
     * What is absent stays as it is.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The client as it is now.
     * @throws WaybillError `not_found`, `stale_version`
     */
    update(id: string, body: UpdateClient, options?: RequestOptions): Promise<Answer<Client>> {
        return this.call({ method: 'PATCH', url: '/v1/clients/{id}', path: { id }, body }, options);
    }
    /**
     * Archive a client
     *
     * Its people are signed out and its API keys refused at once. Its orders stay.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The client, archived.
     * @throws WaybillError `not_found`
     */
    archive(id: string, options?: RequestOptions): Promise<Answer<Client>> {
        return this.call({ method: 'POST', url: '/v1/clients/{id}/archive', path: { id } }, options);
    }
    /**
     * Take a client out of the archive
     *
     * Its people can sign in again, and its API keys work again. A client that is not archived stays as it is.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The client, open again.
     * @throws WaybillError `not_found`
     */
    restore(id: string, options?: RequestOptions): Promise<Answer<Client>> {
        return this.call({ method: 'POST', url: '/v1/clients/{id}/restore', path: { id } }, options);
    }
    /**
     * List the people of a client
     *
     * To change who they are is up to the client itself.
     *
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the client.
     * @returns A page of the people of that client.
     * @throws WaybillError `not_found`
     */
    listMembers(id: string, query?: ListClientMembersQuery, options?: RequestOptions): PagePromise<MemberPage> {
        return this.page({ method: 'GET', url: '/v1/clients/{id}/members', path: { id }, query }, options);
    }
    /**
     * Get the fields that a client’s orders must fill
     *
     * Names are those of `GET /v1/order-fields`, such as `recipient.phone`.
     *
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the client.
     * @returns The names of the fields.
     * @throws WaybillError `not_found`
     */
    getRequiredFields(id: string, options?: RequestOptions): Promise<Answer<RequiredFields>> {
        return this.call({ method: 'GET', url: '/v1/clients/{id}/required-fields', path: { id } }, options);
    }
    /**
     * Set the fields that a client’s orders must fill
     *
     * Replaces the whole list. Drafts that lack one of them say so in `missingFields`, and cannot be submitted until
     * it is filled; submitted orders stay.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The names of the fields as they are now.
     * @throws WaybillError `not_found`, `stale_version`
     */
    setRequiredFields(id: string, body: SetRequiredFields, options?: RequestOptions): Promise<Answer<RequiredFields>> {
        return this.call({ method: 'PUT', url: '/v1/clients/{id}/required-fields', path: { id }, body }, options);
    }
}
