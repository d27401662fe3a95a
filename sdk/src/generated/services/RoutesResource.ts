/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AddStops } from '../models/AddStops.js';
import type { CreateRoute } from '../models/CreateRoute.js';
import type { DriverLink } from '../models/DriverLink.js';
import type { OrderStops } from '../models/OrderStops.js';
import type { RoutePage } from '../models/RoutePage.js';
import type { RouteStatus } from '../models/RouteStatus.js';
import type { RouteWithStops } from '../models/RouteWithStops.js';
import type { RunSheet } from '../models/RunSheet.js';
import type { UpdateRoute } from '../models/UpdateRoute.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListRoutesQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only routes in these states; repeat it for several.
     */
    status?: Array<RouteStatus> | undefined;
    /**
     * Only routes that start at this depot.
     */
    depotId?: string | undefined;
    /**
     * Only routes of this driver.
     */
    driverId?: string | undefined;
}
export class RoutesResource extends Resource {
    /**
     * List routes
     *
     * The filters can be combined.
     *
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns A page of routes.
     */
    list(query?: ListRoutesQuery, options?: RequestOptions): PagePromise<RoutePage> {
        return this.page({ method: 'GET', url: '/v1/routes', query }, options);
    }
    /**
     * Plan a route
     *
     * From a depot, for a driver and a time if they are known. Add stops, bring them into order, start it.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @returns The new route, without stops.
     * @throws WaybillError `not_found`
     */
    create(body: CreateRoute, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes', body }, options);
    }
    /**
     * Get a route with its stops in order
     *
     * Once it has started, each stop has its ETA.
     *
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the route.
     * @returns The route and its stops, in order.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'GET', url: '/v1/routes/{id}', path: { id } }, options);
    }
    /**
     * Change a route; depot and start only before it starts
     *
     * What is absent stays as it is.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route as it is now.
     * @throws WaybillError `not_found`, `route_started`, `stale_version`
     */
    update(id: string, body: UpdateRoute, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'PATCH', url: '/v1/routes/{id}', path: { id }, body }, options);
    }
    /**
     * Delete a route that has not started; its stops are unassigned again
     *
     * A started route cannot be deleted: complete it.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @throws WaybillError `not_found`, `route_started`, `stale_version`
     */
    delete(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/routes/{id}', path: { id }, accept: '' }, options);
    }
    /**
     * Add unassigned stops to a route, all or none
     *
     * At `position`, or at the end. If one of them cannot be added, none is.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route with the added stops.
     * @throws WaybillError `not_found`, `stop_not_assignable`, `route_started`, `route_full`
     */
    addStops(id: string, body: AddStops, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/stops', path: { id }, body }, options);
    }
    /**
     * Put the stops of a route into another order
     *
     * Name every stop of the route once.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route in the new order.
     * @throws WaybillError `not_found`, `route_started`, `stale_version`
     */
    orderStops(id: string, body: OrderStops, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'PUT', url: '/v1/routes/{id}/stops', path: { id }, body }, options);
    }
    /**
     * Take a stop off a route; it is unassigned again
     *
     * Its order can be withdrawn by the client again, or go onto another route.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @param stopId Id of the stop.
     * @throws WaybillError `not_found`, `route_started`, `stale_version`
     */
    removeStop(id: string, stopId: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/routes/{id}/stops/{stopId}', path: { id, stopId }, accept: '' }, options);
    }
    /**
     * Put the stops into a short order, from the depot on
     *
     * By straight-line travel times. Stops without coordinates keep their order at the end.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route in its new order.
     * @throws WaybillError `not_found`, `route_started`
     */
    optimize(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/optimize', path: { id } }, options);
    }
    /**
     * Start a route: its stops go out for delivery, each with its ETA
     *
     * Its stops and their order are fixed from now on. Clients and recipients see the ETAs.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route, started, with the ETAs.
     * @throws WaybillError `not_found`, `route_started`, `route_empty`
     */
    start(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/start', path: { id } }, options);
    }
    /**
     * Complete a route on which every stop has had its attempt
     *
     * Stops that failed can be rescheduled.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route, completed.
     * @throws WaybillError `not_found`, `route_not_started`, `route_has_open_stops`, `route_completed`
     */
    complete(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/complete', path: { id } }, options);
    }
    /**
     * Make a link to the run sheet for the driver
     *
     * Whoever has the link can read the run sheet, so give it to the driver alone.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The link.
     * @throws WaybillError `not_found`
     */
    createDriverLink(id: string, options?: RequestOptions): Promise<Answer<DriverLink>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/driver-link', path: { id } }, options);
    }
    /**
     * The run sheet behind a driver link
     *
     * The link itself is the permission. It ends 48 hours after the route’s planned start.
     *
     * Needs no credentials.
     *
     * @param token The token at the end of the link that the driver got.
     * @returns The route and its stops, as the driver needs them.
     * @throws WaybillError `not_found`
     */
    getRunSheet(token: string, options?: RequestOptions): Promise<Answer<RunSheet>> {
        return this.call({ method: 'GET', url: '/v1/run-sheets/{token}', path: { token } }, options);
    }
}
