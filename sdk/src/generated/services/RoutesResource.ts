/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AddStops } from '../models/AddStops.js';
import type { CreateRoute } from '../models/CreateRoute.js';
import type { DelayRoute } from '../models/DelayRoute.js';
import type { DriverLink } from '../models/DriverLink.js';
import type { OrderStops } from '../models/OrderStops.js';
import type { PlanRoutes } from '../models/PlanRoutes.js';
import type { RoutePage } from '../models/RoutePage.js';
import type { RoutePlan } from '../models/RoutePlan.js';
import type { RouteStatus } from '../models/RouteStatus.js';
import type { RouteWithStops } from '../models/RouteWithStops.js';
import type { UpdateRoute } from '../models/UpdateRoute.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListRoutesQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
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
     * Without their stops: `GET /v1/routes/{id}` has them. Filters add up.
     *
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of routes, newest first.
     */
    list(query?: ListRoutesQuery, options?: RequestOptions): PagePromise<RoutePage> {
        return this.page({ method: 'GET', url: '/v1/routes', query }, options);
    }
    /**
     * Plan a route
     *
     * Starts empty, at the main depot unless it names one: add stops with `POST /v1/routes/{id}/stops`. Nobody but
     * dispatchers sees it.
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
     * Divide unassigned stops among drivers
     *
     * Makes a route for each driver, all starting at the same time and ending as early as possible: balanced by time,
     * not by count, each in a good order as `POST /v1/routes/{id}/optimize` finds it. With `dryRun` nothing changes;
     * without, all routes are made with all stops, or none. A stop that is not unassigned keeps all of them out:
     * `stop_not_assignable` names it. Stops without coordinates come last, and `unplacedStopIds` names them.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @returns The routes that were made, or would be.
     * @throws WaybillError `not_found`, `stop_not_assignable`, `route_empty`
     */
    plan(body: PlanRoutes, options?: RequestOptions): Promise<Answer<RoutePlan>> {
        return this.call({ method: 'POST', url: '/v1/routes/plan', body }, options);
    }
    /**
     * Get a route with its stops in order
     *
     * Once it has started each open stop has its ETA, which moves with the attempts before it.
     *
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the route.
     * @returns The route and its stops, in the order in which they are visited.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'GET', url: '/v1/routes/{id}', path: { id } }, options);
    }
    /**
     * Change a route; depot and start only before it starts
     *
     * Title and driver may change at any time; with depot or start a route that has started answers `route_started`. A
     * driver or depot that is not yours is `not_found`.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route with its new version.
     * @throws WaybillError `not_found`, `route_started`, `stale_version`
     */
    update(id: string, body: UpdateRoute, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'PATCH', url: '/v1/routes/{id}', path: { id }, body }, options);
    }
    /**
     * Delete a route that has not started; its stops are unassigned again
     *
     * Its orders are `submitted` again, which their clients see. One that has started answers `route_started`.
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
     * They are `scheduled` from now on, which their clients see and cannot withdraw any more. One that is not
     * unassigned keeps all of them out: `stop_not_assignable` names it. A route holds 1000 stops (`route_full`).
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route with all its stops.
     * @throws WaybillError `not_found`, `stop_not_assignable`, `route_started`, `route_full`
     */
    addStops(id: string, body: AddStops, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/stops', path: { id }, body }, options);
    }
    /**
     * Put the stops of a route into another order
     *
     * `stopIds` must name each stop of the route once, or it is `validation_failed`. Of a route that has started it
     * names the stops still open, and their ETAs move; finished ones keep their places before them.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route with its stops in the new order.
     * @throws WaybillError `not_found`, `route_completed`, `stale_version`
     */
    setStops(id: string, body: OrderStops, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'PUT', url: '/v1/routes/{id}/stops', path: { id }, body }, options);
    }
    /**
     * Take a stop off a route; it is unassigned again
     *
     * The stops behind it move up. After the start the answer is `route_started`: record an attempt instead.
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
     * By the travel times that `travelTimes` of the answer names. Keeps to the stops’ earliest and latest times as far
     * as possible: `lateStops` names those that cannot be kept. The order never becomes worse than it was. Stops
     * without coordinates keep their order at the end. Of a route that has started the open stops are put in order,
     * from where the driver is.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route with its stops in the new order.
     * @throws WaybillError `not_found`, `route_changed`, `route_completed`, `stale_version`
     */
    optimize(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/optimize', path: { id } }, options);
    }
    /**
     * Say that the driver is late
     *
     * The ETAs of the open stops move by so many minutes, counted from the ETA of the next stop, or from now if that
     * has passed. Clients and recipients are told where that makes five minutes or more. The next attempt shows where
     * the driver really is.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route with the new ETAs.
     * @throws WaybillError `not_found`, `route_not_started`, `route_completed`
     */
    delay(id: string, body: DelayRoute, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/delay', path: { id }, body }, options);
    }
    /**
     * Start a route: its stops go out for delivery, each with its ETA
     *
     * Clients and recipients see it at once. From here on its stops cannot be changed, and each ends with an attempt.
     * Works once (`route_started`), and not without stops (`route_empty`).
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route, whose stops are out for delivery.
     * @throws WaybillError `not_found`, `route_started`, `route_empty`
     */
    start(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/start', path: { id } }, options);
    }
    /**
     * Complete a route on which every stop has had its attempt
     *
     * While stops are still out for delivery the answer is `route_has_open_stops`, and `detail` counts them. Failed
     * stops can be rescheduled before and after.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The route, which is completed.
     * @throws WaybillError `not_found`, `route_not_started`, `route_has_open_stops`, `route_completed`
     */
    complete(id: string, options?: RequestOptions): Promise<Answer<RouteWithStops>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/complete', path: { id } }, options);
    }
    /**
     * Make a link to the run sheet for the driver
     *
     * Whoever holds the link sees the run sheet, without an account: give it to the driver alone. It works for 48
     * hours, from the planned start if that is later than now; earlier links keep working until they expire.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the route.
     * @returns The link, and until when it works.
     * @throws WaybillError `not_found`
     */
    createDriverLink(id: string, options?: RequestOptions): Promise<Answer<DriverLink>> {
        return this.call({ method: 'POST', url: '/v1/routes/{id}/driver-link', path: { id } }, options);
    }
}
