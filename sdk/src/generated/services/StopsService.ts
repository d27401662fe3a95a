/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateAttempt } from '../models/CreateAttempt.js';
import type { CreateStop } from '../models/CreateStop.js';
import type { ReturnStop } from '../models/ReturnStop.js';
import type { Stop } from '../models/Stop.js';
import type { StopPage } from '../models/StopPage.js';
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
         * How many to answer, 1 to 200.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before.
         */
        cursor?: string | undefined,
        /**
         * Whether they are on a route.
         */
        assigned?: 'true' | 'false' | undefined,
        status?: (Array<'submitted' | 'scheduled' | 'out_for_delivery' | 'delivered' | 'picked_up' | 'failed'> | 'submitted' | 'scheduled' | 'out_for_delivery' | 'delivered' | 'picked_up' | 'failed') | undefined,
        depotId?: string | undefined,
        clientId?: string | undefined,
        routeId?: string | undefined,
        /**
         * Part of the client’s own Id, the recipient’s name, e-mail or phone, or the address.
         */
        q?: string | undefined,
        /**
         * Not wanted before this day.
         */
        requestedFrom?: string | undefined,
        /**
         * Not wanted after this day.
         */
        requestedTo?: string | undefined,
        /**
         * latitude,longitude: only stops around it, nearest first.
         */
        near?: string | undefined,
        /**
         * How far around `near`.
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
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
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
         * Its id.
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
        ifMatch,
    }: {
        /**
         * Its id.
         */
        id: string,
        requestBody: UpdateStop,
        /**
         * The `ETag` of the version that was read. If the resource has changed since, nothing is done and the answer is `stale_version`. Without it the last writer wins.
         */
        ifMatch?: string | undefined,
    }): CancelablePromise<Stop> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/stops/{id}',
            path: {
                'id': id,
            },
            headers: {
                'If-Match': ifMatch,
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
        ifMatch,
    }: {
        /**
         * Its id.
         */
        id: string,
        /**
         * The `ETag` of the version that was read. If the resource has changed since, nothing is done and the answer is `stale_version`. Without it the last writer wins.
         */
        ifMatch?: string | undefined,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/stops/{id}',
            path: {
                'id': id,
            },
            headers: {
                'If-Match': ifMatch,
            },
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
         * Its id.
         */
        id: string,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
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
         * Its id.
         */
        id: string,
        requestBody: ReturnStop,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
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
         * Its id.
         */
        id: string,
        requestBody: CreateAttempt,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
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
}
