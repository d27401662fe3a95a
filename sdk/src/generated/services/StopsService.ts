/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateAttempt } from '../models/CreateAttempt.js';
import type { CreateStop } from '../models/CreateStop.js';
import type { ReturnStop } from '../models/ReturnStop.js';
import type { Stop } from '../models/Stop.js';
import type { StopPage } from '../models/StopPage.js';
import type { StopStatus } from '../models/StopStatus.js';
import type { UpdateStop } from '../models/UpdateStop.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class StopsService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * List stops; `assigned=false` are the unassigned ones
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns StopPage Done
     * @throws ApiError
     */
    public listStops({
        limit = 50,
        cursor,
        assigned,
        status,
        depotId,
        clientId,
        routeId,
        q,
        requestedFrom,
        requestedTo,
        near,
        radiusMeters = 50000,
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
         * True: only stops on a route. False: only stops on none.
         */
        assigned?: boolean | undefined,
        /**
         * Only stops in these states; repeat it for several.
         */
        status?: Array<StopStatus> | undefined,
        /**
         * Only stops of this depot.
         */
        depotId?: string | undefined,
        /**
         * Only stops of this client.
         */
        clientId?: string | undefined,
        /**
         * Only stops on this route.
         */
        routeId?: string | undefined,
        /**
         * Only those with this text in the client’s own id, the recipient’s name, e-mail or phone, or the address; up to 200 characters.
         */
        q?: string | undefined,
        /**
         * Only stops not wanted before this day.
         */
        requestedFrom?: string | undefined,
        /**
         * Only stops not wanted after this day.
         */
        requestedTo?: string | undefined,
        /**
         * Only stops around this place, nearest first: latitude and longitude in WGS-84 degrees with a comma between them.
         */
        near?: string | undefined,
        /**
         * How far around `near`, in metres: 1 to 1 000 000, 50 000 by default.
         */
        radiusMeters?: number | undefined,
    }): CancelablePromise<StopPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/stops',
            query: {
                'limit': limit,
                'cursor': cursor,
                'assigned': assigned,
                'status': status,
                'depotId': depotId,
                'clientId': clientId,
                'routeId': routeId,
                'q': q,
                'requestedFrom': requestedFrom,
                'requestedTo': requestedTo,
                'near': near,
                'radiusMeters': radiusMeters,
            },
        });
    }
    /**
     * Add a stop, for a client or for nobody
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop Done
     * @throws ApiError
     */
    public createStop({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateStop,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Stop> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/stops',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Get a stop
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns Stop Done
     * @throws ApiError
     */
    public getStop({
        id,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
    }): CancelablePromise<Stop> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/stops/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Change a stop: its client, depot, address or notes
     * Everything of your own stops; of an order that a client submitted only these.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop Done
     * @throws ApiError
     */
    public updateStop({
        id,
        requestBody,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        requestBody: UpdateStop,
    }): CancelablePromise<Stop> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/stops/{id}',
            path: {
                'id': id,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Delete an unassigned stop
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public deleteStop({
        id,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/stops/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Record how a visit to a stop ended
     * The first attempt finishes the stop and moves the ETAs of those behind it. A later one corrects it. One that is older than the last, or is sent again, is kept and changes nothing.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop Done
     * @throws ApiError
     */
    public recordAttempt({
        id,
        requestBody,
        idempotencyKey,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        requestBody: CreateAttempt,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Stop> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/stops/{id}/attempts',
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
     * Take a failed stop back among the unassigned ones
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop Done
     * @throws ApiError
     */
    public rescheduleStop({
        id,
        idempotencyKey,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Stop> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/stops/{id}/reschedule',
            path: {
                'id': id,
            },
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
        });
    }
    /**
     * Return an unassigned stop to its client, as a draft with the reason
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public returnStop({
        id,
        requestBody,
        idempotencyKey,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        requestBody: ReturnStop,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'POST',
            url: '/v1/stops/{id}/return',
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
}
