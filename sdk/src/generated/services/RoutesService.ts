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
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class RoutesService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List routes
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     * @returns RoutePage Done
     * @throws ApiError
     */
    public listRoutes({
        limit = 50,
        cursor,
        status,
        depotId,
        driverId,
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
         * Only routes in these states; repeat it for several.
         */
        status?: Array<RouteStatus> | undefined,
        /**
         * Only routes that start at this depot.
         */
        depotId?: string | undefined,
        /**
         * Only routes of this driver.
         */
        driverId?: string | undefined,
    }): CancelablePromise<RoutePage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/routes',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
                'depotId': depotId,
                'driverId': driverId,
            },
        });
    }
    /**
     * Plan a route
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public createRoute({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateRoute,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/routes',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Get a route with its stops in order
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public getRoute({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/routes/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Change a route; depot and start only before it starts
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public updateRoute({
        id,
        requestBody,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: UpdateRoute,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/routes/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Delete a route that has not started; its stops are unassigned again
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public deleteRoute({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/routes/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Complete a route on which every stop has had its attempt
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public completeRoute({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/routes/{id}/complete',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * Make a link to the run sheet for the driver
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns DriverLink Done
     * @throws ApiError
     */
    public createDriverLink({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<DriverLink> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/routes/{id}/driver-link',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * Put the stops into a short order, from the depot on
     * By straight-line travel times. Stops without coordinates keep their order at the end.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public optimizeRoute({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/routes/{id}/optimize',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * Start a route: its stops go out for delivery, each with its ETA
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public startRoute({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/routes/{id}/start',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * Add unassigned stops to a route, all or none
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public addRouteStops({
        id,
        requestBody,
        idempotencyKey,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: AddStops,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/routes/{id}/stops',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Put the stops of a route into another order
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops Done
     * @throws ApiError
     */
    public orderRouteStops({
        id,
        requestBody,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: OrderStops,
    }): CancelablePromise<RouteWithStops> {
        return this.httpRequest.request({
            method: 'PUT',
            url: '/v1/routes/{id}/stops',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Take a stop off a route; it is unassigned again
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public removeRouteStop({
        id,
        stopId,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        /**
         * Id of the stop.
         */
        stopId: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/routes/{id}/stops/{stopId}',
            path: {
                'id': id,
                'stopId': stopId,
            },
        });
    }
    /**
     * The run sheet behind a driver link
     * The link itself is the permission. It ends 48 hours after the route’s planned start.
     *
     * Needs no credentials.
     * @returns RunSheet Done
     * @throws ApiError
     */
    public getRunSheet({
        token,
    }: {
        /**
         * The token at the end of the link that the driver got.
         */
        token: string,
    }): CancelablePromise<RunSheet> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/run-sheets/{token}',
            path: {
                'token': token,
            },
        });
    }
}
