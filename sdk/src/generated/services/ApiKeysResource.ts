/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ApiKeyPage } from '../models/ApiKeyPage.js';
import type { CreateApiKey } from '../models/CreateApiKey.js';
import type { CreatedApiKey } from '../models/CreatedApiKey.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListApiKeysQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class ApiKeysResource extends Resource {
    /**
     * List the keys of your team
     *
     * Secrets are shown once, when a key is made.
     *
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     *
     * @returns A page of keys, without their secrets.
     */
    list(query?: ListApiKeysQuery, options?: RequestOptions): PagePromise<ApiKeyPage> {
        return this.page({ method: 'GET', url: '/v1/api-keys', query }, options);
    }
    /**
     * Make a key for a program
     *
     * Send it as `Authorization: Bearer`, or as the user name of Basic: `curl -u KEY:`.
     *
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     *
     * @returns The new key with its secret, which no other answer shows.
     */
    create(body: CreateApiKey, options?: RequestOptions): Promise<Answer<CreatedApiKey>> {
        return this.call({ method: 'POST', url: '/v1/api-keys', body }, options);
    }
    /**
     * Revoke a key at once
     *
     * It cannot be taken back: make a new key instead.
     *
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     *
     * @param id Id of the API key.
     * @throws WaybillError `not_found`
     */
    revoke(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/api-keys/{id}', path: { id }, accept: '' }, options);
    }
}
