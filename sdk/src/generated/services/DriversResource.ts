/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateDriver } from '../models/CreateDriver.js';
import type { Driver } from '../models/Driver.js';
import type { DriverPage } from '../models/DriverPage.js';
import type { UpdateDriver } from '../models/UpdateDriver.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListDriversQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class DriversResource extends Resource {
    /**
     * List drivers
     *
     * Drivers have no account: they see their run sheet by the link of `POST /v1/routes/{id}/driver-link`.
     *
     * Allowed (`drivers:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of drivers, newest first.
     */
    list(query?: ListDriversQuery, options?: RequestOptions): PagePromise<DriverPage> {
        return this.page({ method: 'GET', url: '/v1/drivers', query }, options);
    }
    /**
     * Add a driver
     *
     * Nothing is sent to the driver. Choose them for a route with `driverId`.
     *
     * Allowed (`drivers:write`): organization: owner, admin, dispatcher.
     *
     * @returns The new driver.
     */
    create(body: CreateDriver, options?: RequestOptions): Promise<Answer<Driver>> {
        return this.call({ method: 'POST', url: '/v1/drivers', body }, options);
    }
    /**
     * Get a driver
     *
     * `GET /v1/routes` lists the routes they drive.
     *
     * Allowed (`drivers:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the driver.
     * @returns The driver.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<Driver>> {
        return this.call({ method: 'GET', url: '/v1/drivers/{id}', path: { id } }, options);
    }
    /**
     * Change a driver
     *
     * Run sheets show the new name at once.
     *
     * Allowed (`drivers:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the driver.
     * @returns The driver with the new version.
     * @throws WaybillError `not_found`, `stale_version`
     */
    update(id: string, body: UpdateDriver, options?: RequestOptions): Promise<Answer<Driver>> {
        return this.call({ method: 'PATCH', url: '/v1/drivers/{id}', path: { id }, body }, options);
    }
    /**
     * Delete a driver; their routes stay, without a driver
     *
     * Links to run sheets that they hold keep working until they expire.
     *
     * Allowed (`drivers:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the driver.
     * @throws WaybillError `not_found`, `stale_version`
     */
    delete(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/drivers/{id}', path: { id }, accept: '' }, options);
    }
}
