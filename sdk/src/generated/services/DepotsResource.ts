/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateDepot } from '../models/CreateDepot.js';
import type { Depot } from '../models/Depot.js';
import type { DepotPage } from '../models/DepotPage.js';
import type { UpdateDepot } from '../models/UpdateDepot.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListDepotsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class DepotsResource extends Resource {
    /**
     * List depots
     *
     * Exactly one of them is the main depot: clients and routes that name none get it.
     *
     * Allowed (`depots:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of depots, newest first.
     */
    list(query?: ListDepotsQuery, options?: RequestOptions): PagePromise<DepotPage> {
        return this.page({ method: 'GET', url: '/v1/depots', query }, options);
    }
    /**
     * Add a depot
     *
     * Takes the organization’s time zone unless it names one. The first depot, made at signup, stays the main one
     * until `POST /v1/depots/{id}/set-main`.
     *
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     *
     * @returns The new depot.
     */
    create(body: CreateDepot, options?: RequestOptions): Promise<Answer<Depot>> {
        return this.call({ method: 'POST', url: '/v1/depots', body }, options);
    }
    /**
     * Get a depot
     *
     * Its coordinates are where routes start, for their ETAs and for the order of their stops.
     *
     * Allowed (`depots:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the depot.
     * @returns The depot.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<Depot>> {
        return this.call({ method: 'GET', url: '/v1/depots/{id}', path: { id } }, options);
    }
    /**
     * Change a depot
     *
     * Routes that have started keep their ETAs. Use `POST /v1/depots/{id}/set-main` to make it the main one.
     *
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the depot.
     * @returns The depot with its new version.
     * @throws WaybillError `not_found`, `stale_version`
     */
    update(id: string, body: UpdateDepot, options?: RequestOptions): Promise<Answer<Depot>> {
        return this.call({ method: 'PATCH', url: '/v1/depots/{id}', path: { id }, body }, options);
    }
    /**
     * Delete a depot; what belongs to it moves to the main one
     *
     * Clients, orders and routes move along, drafts included. The main depot answers `depot_is_main`: make another one
     * main first.
     *
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the depot.
     * @throws WaybillError `not_found`, `depot_is_main`, `stale_version`
     */
    delete(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/depots/{id}', path: { id }, accept: '' }, options);
    }
    /**
     * Make this the main depot
     *
     * The one that was main before is not any more. Repeating it changes nothing.
     *
     * Allowed (`depots:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the depot.
     * @returns The depot, which is the main one now.
     * @throws WaybillError `not_found`
     */
    setMain(id: string, options?: RequestOptions): Promise<Answer<Depot>> {
        return this.call({ method: 'POST', url: '/v1/depots/{id}/set-main', path: { id } }, options);
    }
}
