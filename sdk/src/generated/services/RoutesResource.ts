/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AddStops } from '../models/AddStops';
import type { CreateRoute } from '../models/CreateRoute';
import type { DelayRoute } from '../models/DelayRoute';
import type { DriverLink } from '../models/DriverLink';
import type { OrderStops } from '../models/OrderStops';
import type { PlanRoutes } from '../models/PlanRoutes';
import type { RoutePage } from '../models/RoutePage';
import type { RoutePlan } from '../models/RoutePlan';
import type { RouteStatus } from '../models/RouteStatus';
import type { RouteWithStops } from '../models/RouteWithStops';
import type { UpdateRoute } from '../models/UpdateRoute';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class RoutesResource {
    /**
     * List routes
     * Without their stops: `GET /v1/routes/{id}` has them. Filters add up.
     *
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     * @returns RoutePage One page of routes, newest first.
     * @throws ApiError
     */
    public static list({
        limit,
        cursor,
        status,
        depotId,
        driverId,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
        /**
         * Only routes in these states; repeat it for several.
         */
        status?: Array<RouteStatus>,
        /**
         * Only routes that start at this depot.
         */
        depotId?: string,
        /**
         * Only routes of this driver.
         */
        driverId?: string,
    }): CancelablePromise<RoutePage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/routes',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
                'depotId': depotId,
                'driverId': driverId,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Plan a route
     * Starts empty, at the main depot unless it names one: add stops with `POST /v1/routes/{id}/stops`. Nobody but dispatchers sees it.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The new route, without stops.
     * @throws ApiError
     */
    public static create({
        requestBody,
    }: {
        requestBody: CreateRoute,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Divide unassigned stops among drivers
     * Makes a route for each driver, all starting at the same time and ending as early as possible: balanced by time, not by count, each in a good order as `POST /v1/routes/{id}/optimize` finds it. With `dryRun` nothing changes; without, all routes are made with all stops, or none. A stop that is not unassigned keeps all of them out: `stop_not_assignable` names it. Stops without coordinates come last, and `unplacedStopIds` names them.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RoutePlan The routes that were made, or would be.
     * @throws ApiError
     */
    public static plan({
        requestBody,
    }: {
        requestBody: PlanRoutes,
    }): CancelablePromise<RoutePlan> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes/plan',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`stop_not_assignable\`: The stop cannot be added to a route. \`route_empty\`: The route has no stops. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get a route with its stops in order
     * Once it has started each open stop has its ETA, which moves with the attempts before it.
     *
     * Allowed (`routes:read`): organization: owner, admin, dispatcher, viewer.
     * @returns RouteWithStops The route and its stops, in the order in which they are visited.
     * @throws ApiError
     */
    public static get({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/routes/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Change a route; depot and start only before it starts
     * Title and driver may change at any time; with depot or start a route that has started answers `route_started`. A driver or depot that is not yours is `not_found`.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The route with its new version.
     * @throws ApiError
     */
    public static update({
        id,
        requestBody,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: UpdateRoute,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/routes/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_started\`: The route has already started.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Delete a route that has not started; its stops are unassigned again
     * Its orders are `submitted` again, which their clients see. One that has started answers `route_started`.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public static delete({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/routes/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_started\`: The route has already started.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Add unassigned stops to a route, all or none
     * They are `scheduled` from now on, which their clients see and cannot withdraw any more. One that is not unassigned keeps all of them out: `stop_not_assignable` names it. A route holds 1000 stops (`route_full`).
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The route with all its stops.
     * @throws ApiError
     */
    public static addStops({
        id,
        requestBody,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: AddStops,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes/{id}/stops',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`stop_not_assignable\`: The stop cannot be added to a route. \`route_started\`: The route has already started. \`route_full\`: The route has as many stops as one can hold. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Put the stops of a route into another order
     * `stopIds` must name each stop of the route once, or it is `validation_failed`. Of a route that has started it names the stops still open, and their ETAs move; finished ones keep their places before them.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The route with its stops in the new order.
     * @throws ApiError
     */
    public static setStops({
        id,
        requestBody,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: OrderStops,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'PUT',
            url: '/v1/routes/{id}/stops',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_completed\`: The route is completed.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Take a stop off a route; it is unassigned again
     * The stops behind it move up. After the start the answer is `route_started`: record an attempt instead.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public static removeStop({
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
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/routes/{id}/stops/{stopId}',
            path: {
                'id': id,
                'stopId': stopId,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_started\`: The route has already started.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Put the stops into a short order, from the depot on
     * By the travel times that `travelTimes` of the answer names. Keeps to the stops’ earliest and latest times as far as possible: `lateStops` names those that cannot be kept. The order never becomes worse than it was. Stops without coordinates keep their order at the end. Of a route that has started the open stops are put in order, from where the driver is.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The route with its stops in the new order.
     * @throws ApiError
     */
    public static optimize({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes/{id}/optimize',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_changed\`: The stops of the route have changed meanwhile. \`route_completed\`: The route is completed. \`idempotency_in_flight\`: The first request with this key is still running.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Say that the driver is late
     * The ETAs of the open stops move by so many minutes, counted from the ETA of the next stop, or from now if that has passed. Clients and recipients are told where that makes five minutes or more. The next attempt shows where the driver really is.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The route with the new ETAs.
     * @throws ApiError
     */
    public static delay({
        id,
        requestBody,
    }: {
        /**
         * Id of the route.
         */
        id: string,
        requestBody: DelayRoute,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes/{id}/delay',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_not_started\`: The route has not started. \`route_completed\`: The route is completed. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Start a route: its stops go out for delivery, each with its ETA
     * Clients and recipients see it at once. From here on its stops cannot be changed, and each ends with an attempt. Works once (`route_started`), and not without stops (`route_empty`).
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The route, whose stops are out for delivery.
     * @throws ApiError
     */
    public static start({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes/{id}/start',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_started\`: The route has already started. \`route_empty\`: The route has no stops. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Complete a route on which every stop has had its attempt
     * While stops are still out for delivery the answer is `route_has_open_stops`, and `detail` counts them. Failed stops can be rescheduled before and after.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns RouteWithStops The route, which is completed.
     * @throws ApiError
     */
    public static complete({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<RouteWithStops> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes/{id}/complete',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`route_not_started\`: The route has not started. \`route_has_open_stops\`: The route still has stops without an attempt. \`route_completed\`: The route is completed. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Make a link to the run sheet for the driver
     * Whoever holds the link sees the run sheet, without an account: give it to the driver alone. It works for 48 hours, from the planned start if that is later than now; earlier links keep working until they expire.
     *
     * Allowed (`routes:write`): organization: owner, admin, dispatcher.
     * @returns DriverLink The link, and until when it works.
     * @throws ApiError
     */
    public static createDriverLink({
        id,
    }: {
        /**
         * Id of the route.
         */
        id: string,
    }): CancelablePromise<DriverLink> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/routes/{id}/driver-link',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
