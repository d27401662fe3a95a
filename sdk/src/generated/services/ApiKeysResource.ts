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
     * How many items the page may have: 1 to 200. Default 50.
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
     * Shows how each key begins, never the whole key. Revoked keys are left out.
     *
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     *
     * @returns One page of keys, newest first.
     */
    list(query?: ListApiKeysQuery, options?: RequestOptions): PagePromise<ApiKeyPage> {
        return this.page({ method: 'GET', url: '/v1/api-keys', query }, options);
    }
    /**
     * Make a key for a program
     *
     * Send it as `Authorization: Bearer`, or as the user name of Basic: `curl -u KEY:`. It can do what its scopes say,
     * for this team alone. It lasts until it is revoked, or until its maker leaves the team or may no longer make
     * keys.
     *
     * Allowed (`api-keys:manage`): organization: owner, admin; client: owner, admin.
     *
     * @returns The new key. Store it now: no other call shows it whole, only this one again under its
     * `Idempotency-Key`, for 24 hours.
     */
    create(body: CreateApiKey, options?: RequestOptions): Promise<Answer<CreatedApiKey>> {
        return this.call({ method: 'POST', url: '/v1/api-keys', body }, options);
    }
    /**
     * Revoke a key at once
     *
     * Requests with it answer 401 from now on, and it cannot be brought back. Open invitations that it made stay.
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
