/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BatchResult } from '../models/BatchResult.js';
import type { BulkResult } from '../models/BulkResult.js';
import type { CreateOrder } from '../models/CreateOrder.js';
import type { CreateOrders } from '../models/CreateOrders.js';
import type { Order } from '../models/Order.js';
import type { OrderIds } from '../models/OrderIds.js';
import type { OrderPage } from '../models/OrderPage.js';
import type { OrderSummary } from '../models/OrderSummary.js';
import type { OrderTimeline } from '../models/OrderTimeline.js';
import type { ProofOfDelivery } from '../models/ProofOfDelivery.js';
import type { SubmitOrders } from '../models/SubmitOrders.js';
import type { UpdateOrder } from '../models/UpdateOrder.js';
import type { CancelablePromise } from '../core/CancelablePromise.js';
import type { BaseHttpRequest } from '../core/BaseHttpRequest.js';
export class OrdersService {
    constructor(public readonly httpRequest: BaseHttpRequest) {}
    /**
     * Count orders by state
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderSummary Done
     * @throws ApiError
     */
    public getOrderSummary(): CancelablePromise<OrderSummary> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/orders/summary',
        });
    }
    /**
     * What happened to an order, newest first
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderTimeline Done
     * @throws ApiError
     */
    public listOrderTimeline({
        id,
        limit = 50,
        cursor,
    }: {
        /**
         * Its id.
         */
        id: string,
        /**
         * How many to answer, 1 to 200.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before.
         */
        cursor?: string | undefined,
    }): CancelablePromise<OrderTimeline> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/orders/{id}/timeline',
            path: {
                'id': id,
            },
            query: {
                'limit': limit,
                'cursor': cursor,
            },
        });
    }
    /**
     * How the last attempt ended, and its proof
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns ProofOfDelivery Done
     * @throws ApiError
     */
    public getProofOfDelivery({
        id,
    }: {
        /**
         * Its id.
         */
        id: string,
    }): CancelablePromise<ProofOfDelivery> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/orders/{id}/proof-of-delivery',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Submit drafts to the delivery company
     * Per order: `not_found`, `required_fields_missing` (which fields, in `detail`) or `order_not_submittable`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BulkResult Done
     * @throws ApiError
     */
    public submitOrders({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: SubmitOrders,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<BulkResult> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/orders/submit',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Take submitted orders back while they are on no route
     * Per order: `not_found`, `order_on_route` or `order_not_withdrawable`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BulkResult Done
     * @throws ApiError
     */
    public withdrawOrders({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: OrderIds,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<BulkResult> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/orders/withdraw',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Delete drafts
     * Per order: `not_found` or `order_not_editable`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BulkResult Done
     * @throws ApiError
     */
    public deleteOrders({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: OrderIds,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<BulkResult> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/orders/delete',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * List orders
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderPage Done
     * @throws ApiError
     */
    public listOrders({
        limit = 50,
        cursor,
        status,
        view,
        q,
        importId,
        source,
        externalId,
        createdFrom,
        createdTo,
        scheduledFrom,
        scheduledTo,
        requestedFrom,
        requestedTo,
        sort = '-createdAt',
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
         * Only orders in these states; may be repeated.
         */
        status?: (Array<'draft' | 'submitted' | 'scheduled' | 'out_for_delivery' | 'delivered' | 'picked_up' | 'failed'> | 'draft' | 'submitted' | 'scheduled' | 'out_for_delivery' | 'delivered' | 'picked_up' | 'failed') | undefined,
        /**
         * `active` is submitted, scheduled or out for delivery; `completed` is attempted.
         */
        view?: 'drafts' | 'active' | 'completed' | undefined,
        /**
         * Part of the client’s own Id, the recipient’s name, e-mail or phone, or the address.
         */
        q?: string | undefined,
        /**
         * Only what this import made.
         */
        importId?: string | undefined,
        source?: 'manual' | 'spreadsheet' | 'shopify' | 'dispatcher' | 'api' | undefined,
        /**
         * Your own Id, in full.
         */
        externalId?: string | undefined,
        /**
         * Not created before this moment.
         */
        createdFrom?: string | undefined,
        /**
         * Not created after this moment.
         */
        createdTo?: string | undefined,
        /**
         * Not put on its route before this moment.
         */
        scheduledFrom?: string | undefined,
        /**
         * Not put on its route after this moment.
         */
        scheduledTo?: string | undefined,
        /**
         * Not wanted before this day.
         */
        requestedFrom?: string | undefined,
        /**
         * Not wanted after this day.
         */
        requestedTo?: string | undefined,
        /**
         * A minus sorts newest first. By `requestedDate`, orders without one come last either way.
         */
        sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'requestedDate' | '-requestedDate' | undefined,
    }): CancelablePromise<OrderPage> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/orders',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
                'view': view,
                'q': q,
                'importId': importId,
                'source': source,
                'externalId': externalId,
                'createdFrom': createdFrom,
                'createdTo': createdTo,
                'scheduledFrom': scheduledFrom,
                'scheduledTo': scheduledTo,
                'requestedFrom': requestedFrom,
                'requestedTo': requestedTo,
                'sort': sort,
            },
        });
    }
    /**
     * Make a draft order
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns Order Done
     * @throws ApiError
     */
    public createOrder({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateOrder,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<Order> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/orders',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Make up to 1000 draft orders
     * Every good item becomes an order; `results` says for each item, by its place, what became of it.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BatchResult Done
     * @throws ApiError
     */
    public createOrders({
        requestBody,
        idempotencyKey,
    }: {
        requestBody: CreateOrders,
        /**
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`. Another body under the same key is refused with `idempotency_mismatch`.
         */
        idempotencyKey?: string | undefined,
    }): CancelablePromise<BatchResult> {
        return this.httpRequest.request({
            method: 'POST',
            url: '/v1/orders/batch',
            headers: {
                'Idempotency-Key': idempotencyKey,
            },
            body: requestBody,
            mediaType: 'application/json',
        });
    }
    /**
     * Get an order
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns Order Done
     * @throws ApiError
     */
    public getOrder({
        id,
    }: {
        /**
         * Its id.
         */
        id: string,
    }): CancelablePromise<Order> {
        return this.httpRequest.request({
            method: 'GET',
            url: '/v1/orders/{id}',
            path: {
                'id': id,
            },
        });
    }
    /**
     * Change a draft order
     * What is absent stays; null empties a field.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns Order Done
     * @throws ApiError
     */
    public updateOrder({
        id,
        requestBody,
        ifMatch,
    }: {
        /**
         * Its id.
         */
        id: string,
        requestBody: UpdateOrder,
        /**
         * The `ETag` of the version that was read. If the resource has changed since, nothing is done and the answer is `stale_version`. Without it the last writer wins.
         */
        ifMatch?: string | undefined,
    }): CancelablePromise<Order> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/orders/{id}',
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
     * Delete a draft order
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns void
     * @throws ApiError
     */
    public deleteOrder({
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
            url: '/v1/orders/{id}',
            path: {
                'id': id,
            },
            headers: {
                'If-Match': ifMatch,
            },
        });
    }
}
