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
     * How many items the page may have: 1 to 200. Default 50.
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
     * How many items the page may have: 1 to 200. Default 50.
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
     * Archived clients are listed too; `status` filters them, and `q` looks in name, Client ID and contact e-mail.
     *
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of clients, newest first.
     */
    list(query?: ListClientsQuery, options?: RequestOptions): PagePromise<ClientPage> {
        return this.page({ method: 'GET', url: '/v1/clients', query }, options);
    }
    /**
     * Add a client, and invite it if you like
     *
     * With `invitation` its first user is invited in the same step: by mail to `contactEmail`, or by a link to pass
     * on. Until that user has signed up the client is `invited` and has no Client ID.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @returns The new client, with its invitation if one was asked for.
     */
    create(body: CreateClient, options?: RequestOptions): Promise<Answer<CreatedClient>> {
        return this.call({ method: 'POST', url: '/v1/clients', body }, options);
    }
    /**
     * Get a client
     *
     * Its `clientCode` is the Client ID that dispatchers give stops and spreadsheet rows to show them in the client’s
     * portal.
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
     * Takes effect with the client’s next request; orders it has already submitted stay as they are. Without
     * `allowOrderUpload` the client can neither make nor submit orders (`order_upload_not_allowed`), but sees what
     * dispatchers make for it.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The client with its new version.
     * @throws WaybillError `not_found`, `stale_version`
     */
    update(id: string, body: UpdateClient, options?: RequestOptions): Promise<Answer<Client>> {
        return this.call({ method: 'PATCH', url: '/v1/clients/{id}', path: { id }, body }, options);
    }
    /**
     * Archive a client
     *
     * Its people are signed out and its API keys refused at once. Its orders stay and go on, but it gets no new stops
     * (`client_archived`).
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The client, which is archived now.
     * @throws WaybillError `not_found`
     */
    archive(id: string, options?: RequestOptions): Promise<Answer<Client>> {
        return this.call({ method: 'POST', url: '/v1/clients/{id}/archive', path: { id } }, options);
    }
    /**
     * Take a client out of the archive
     *
     * Its people can sign in again and its API keys work again; sessions that ended do not come back. A client that is
     * not archived stays as it is.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The client, which is active again, or invited if nobody has signed up yet.
     * @throws WaybillError `not_found`
     */
    restore(id: string, options?: RequestOptions): Promise<Answer<Client>> {
        return this.call({ method: 'POST', url: '/v1/clients/{id}/restore', path: { id } }, options);
    }
    /**
     * List the people of a client
     *
     * Read only for the organization: the client’s own owner and admins manage its team.
     *
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the client.
     * @returns One page of the client’s members, newest first.
     * @throws WaybillError `not_found`
     */
    listMembers(id: string, query?: ListClientMembersQuery, options?: RequestOptions): PagePromise<MemberPage> {
        return this.page({ method: 'GET', url: '/v1/clients/{id}/members', path: { id }, query }, options);
    }
    /**
     * Get the fields that a client’s orders must fill
     *
     * Fields have the names that `GET /v1/order-fields` lists. The client reads the same at `GET /v1/required-fields`.
     *
     * Allowed (`clients:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the client.
     * @returns The names of the required fields.
     * @throws WaybillError `not_found`
     */
    getRequiredFields(id: string, options?: RequestOptions): Promise<Answer<RequiredFields>> {
        return this.call({ method: 'GET', url: '/v1/clients/{id}/required-fields', path: { id } }, options);
    }
    /**
     * Set the fields that a client’s orders must fill
     *
     * Replaces the whole list. Applies from the next submit on: drafts may then lack fields, and submitted orders
     * stay.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the client.
     * @returns The names of the fields that are required now.
     * @throws WaybillError `not_found`, `stale_version`
     */
    setRequiredFields(id: string, body: SetRequiredFields, options?: RequestOptions): Promise<Answer<RequiredFields>> {
        return this.call({ method: 'PUT', url: '/v1/clients/{id}/required-fields', path: { id }, body }, options);
    }
}
