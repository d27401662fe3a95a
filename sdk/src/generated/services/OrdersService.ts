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
import type { OrderSource } from '../models/OrderSource.js';
import type { OrderStatus } from '../models/OrderStatus.js';
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
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string | undefined,
        /**
         * Only orders in these states; repeat it for several.
         */
        status?: Array<OrderStatus> | undefined,
        /**
         * Only orders of this stage:
         *
         * - `drafts`: Still with the client: `draft`.
         * - `active`: Handed over and not yet attempted: `submitted`, `scheduled`, `out_for_delivery`.
         * - `completed`: Attempted by the driver, well or not: `delivered`, `picked_up`, `failed`.
         */
        view?: 'drafts' | 'active' | 'completed' | undefined,
        /**
         * Only those with this text in the client’s own id, the recipient’s name, e-mail or phone, or the address; up to 200 characters.
         */
        q?: string | undefined,
        /**
         * Only orders that this import made.
         */
        importId?: string | undefined,
        /**
         * Only orders that came here this way.
         */
        source?: OrderSource | undefined,
        /**
         * Only the order with this `externalId`, in full.
         */
        externalId?: string | undefined,
        /**
         * Only orders not created before this moment.
         */
        createdFrom?: string | undefined,
        /**
         * Only orders not created after this moment.
         */
        createdTo?: string | undefined,
        /**
         * Only orders not put on their route before this moment.
         */
        scheduledFrom?: string | undefined,
        /**
         * Only orders not put on their route after this moment.
         */
        scheduledTo?: string | undefined,
        /**
         * Only orders not wanted before this day.
         */
        requestedFrom?: string | undefined,
        /**
         * Only orders not wanted after this day.
         */
        requestedTo?: string | undefined,
        /**
         * The order of the list:
         *
         * - `createdAt`: Oldest first.
         * - `-createdAt`: Newest first.
         * - `updatedAt`: Longest unchanged first.
         * - `-updatedAt`: Last changed first.
         * - `requestedDate`: Wanted earliest first; orders without a requested date come last.
         * - `-requestedDate`: Wanted latest first; orders without a requested date come last.
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
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
         * Makes repeating safe: for 24 hours the same key and body get the first answer again, with `Idempotency-Replayed: true`.
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
     * Get an order
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns Order Done
     * @throws ApiError
     */
    public getOrder({
        id,
    }: {
        /**
         * Id of the order.
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
    }: {
        /**
         * Id of the order.
         */
        id: string,
        requestBody: UpdateOrder,
    }): CancelablePromise<Order> {
        return this.httpRequest.request({
            method: 'PATCH',
            url: '/v1/orders/{id}',
            path: {
                'id': id,
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
    }: {
        /**
         * Id of the order.
         */
        id: string,
    }): CancelablePromise<void> {
        return this.httpRequest.request({
            accept: '',
            method: 'DELETE',
            url: '/v1/orders/{id}',
            path: {
                'id': id,
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
         * Id of the order.
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
         * Id of the order.
         */
        id: string,
        /**
         * How many items the page may have: 1 to 200, 50 by default.
         */
        limit?: number | undefined,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
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
}
