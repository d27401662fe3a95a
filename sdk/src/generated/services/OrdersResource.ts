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
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListOrderTimelineQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export interface ListOrdersQuery {
    /**
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only orders in these states; repeat it for several.
     */
    status?: Array<OrderStatus> | undefined;
    /**
     * Only orders of this stage:
     *
     * - `drafts`: Still with the client: `draft`.
     * - `active`: Handed over and not yet attempted: `submitted`, `scheduled`, `out_for_delivery`.
     * - `completed`: Attempted by the driver, well or not: `delivered`, `picked_up`, `failed`.
     */
    view?: 'drafts' | 'active' | 'completed' | undefined;
    /**
     * Only those with this text in the client’s own id, the recipient’s name, e-mail or phone, or the address; up to 200 characters.
     */
    q?: string | undefined;
    /**
     * Only orders that this import made.
     */
    importId?: string | undefined;
    /**
     * Only orders that came here this way.
     */
    source?: OrderSource | undefined;
    /**
     * Only the order with this `externalId`, in full.
     */
    externalId?: string | undefined;
    /**
     * Only orders not created before this moment.
     */
    createdFrom?: string | undefined;
    /**
     * Only orders not created after this moment.
     */
    createdTo?: string | undefined;
    /**
     * Only orders not put on their route before this moment.
     */
    scheduledFrom?: string | undefined;
    /**
     * Only orders not put on their route after this moment.
     */
    scheduledTo?: string | undefined;
    /**
     * Only orders not wanted before this day.
     */
    requestedFrom?: string | undefined;
    /**
     * Only orders not wanted after this day.
     */
    requestedTo?: string | undefined;
    /**
     * The order of the list:
     *
     * - `createdAt`: Oldest first.
     * - `-createdAt`: Newest first.
     * - `updatedAt`: Longest unchanged first.
     * - `-updatedAt`: Last changed first.
     * - `requestedDate`: Wanted earliest first; orders without a requested date come last.
     * - `-requestedDate`: Wanted latest first; orders without a requested date come last.
     *
     * Default "-createdAt".
     */
    sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'requestedDate' | '-requestedDate' | undefined;
}
export class OrdersResource extends Resource {
    /**
     * Count orders by state
     *
     * Counts all of your client’s orders.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns The number of orders in each state.
     */
    getSummary(options?: RequestOptions): Promise<Answer<OrderSummary>> {
        return this.call({ method: 'GET', url: '/v1/orders/summary' }, options);
    }
    /**
     * What happened to an order, newest first
     *
     * Every change, with who made it and why.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns A page of entries, the newest first.
     * @throws WaybillError `not_found`
     */
    listTimeline(id: string, query?: ListOrderTimelineQuery, options?: RequestOptions): PagePromise<OrderTimeline> {
        return this.page({ method: 'GET', url: '/v1/orders/{id}/timeline', path: { id }, query }, options);
    }
    /**
     * How the last attempt ended, and its proof
     *
     * Before the first attempt the state is `unattempted`.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The state of the delivery, the signee and the proof.
     * @throws WaybillError `not_found`
     */
    getProofOfDelivery(id: string, options?: RequestOptions): Promise<Answer<ProofOfDelivery>> {
        return this.call({ method: 'GET', url: '/v1/orders/{id}/proof-of-delivery', path: { id } }, options);
    }
    /**
     * Submit drafts to the delivery company
     *
     * Per order: `not_found`, `required_fields_missing` (which fields, in `detail`) or `order_not_submittable`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Which orders were submitted, and why the others were not.
     * @throws WaybillError `order_upload_not_allowed`
     */
    submit(body: SubmitOrders, options?: RequestOptions): Promise<Answer<BulkResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/submit', body }, options);
    }
    /**
     * Take submitted orders back while they are on no route
     *
     * Per order: `not_found`, `order_on_route` or `order_not_withdrawable`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Which orders are drafts again, and why the others are not.
     */
    withdraw(body: OrderIds, options?: RequestOptions): Promise<Answer<BulkResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/withdraw', body }, options);
    }
    /**
     * Delete drafts
     *
     * Per order: `not_found` or `order_not_editable`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Which drafts are gone, and why the others are not.
     */
    deleteMany(body: OrderIds, options?: RequestOptions): Promise<Answer<BulkResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/delete', body }, options);
    }
    /**
     * List orders
     *
     * The filters can be combined; `view` is the short form for the usual groups of states.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns A page of orders.
     */
    list(query?: ListOrdersQuery, options?: RequestOptions): PagePromise<OrderPage> {
        return this.page({ method: 'GET', url: '/v1/orders', query }, options);
    }
    /**
     * Make a draft order
     *
     * Only the address has to be there: `addressLineOne`, or latitude and longitude. The delivery company sees nothing
     * of a draft.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns The new draft; `missingFields` says what it lacks before it can be submitted.
     * @throws WaybillError `order_upload_not_allowed`, `external_id_taken`
     */
    create(body: CreateOrder, options?: RequestOptions): Promise<Answer<Order>> {
        return this.call({ method: 'POST', url: '/v1/orders', body }, options);
    }
    /**
     * Make up to 1000 draft orders
     *
     * Every good item becomes an order; `results` says for each item, by its place, what became of it.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns For each item, by its place: the order, or what was wrong.
     * @throws WaybillError `order_upload_not_allowed`, `external_id_taken`
     */
    createMany(body: CreateOrders, options?: RequestOptions): Promise<Answer<BatchResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/batch', body }, options);
    }
    /**
     * Get an order
     *
     * Also shows where it is: its route, its ETA and how the last attempt ended.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The order as it is now.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<Order>> {
        return this.call({ method: 'GET', url: '/v1/orders/{id}', path: { id } }, options);
    }
    /**
     * Change a draft order
     *
     * What is absent stays; null empties a field.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The draft as it is now.
     * @throws WaybillError `not_found`, `external_id_taken`, `order_not_editable`, `stale_version`
     */
    update(id: string, body: UpdateOrder, options?: RequestOptions): Promise<Answer<Order>> {
        return this.call({ method: 'PATCH', url: '/v1/orders/{id}', path: { id }, body }, options);
    }
    /**
     * Delete a draft order
     *
     * Only drafts can be deleted; withdraw a submitted order first.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @throws WaybillError `not_found`, `order_not_editable`, `stale_version`
     */
    delete(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/orders/{id}', path: { id }, accept: '' }, options);
    }
}
