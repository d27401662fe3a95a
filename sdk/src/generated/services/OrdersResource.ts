/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BatchResult } from '../models/BatchResult';
import type { BulkResult } from '../models/BulkResult';
import type { CreateOrder } from '../models/CreateOrder';
import type { CreateOrders } from '../models/CreateOrders';
import type { LabelSize } from '../models/LabelSize';
import type { Order } from '../models/Order';
import type { OrderIds } from '../models/OrderIds';
import type { OrderLabels } from '../models/OrderLabels';
import type { OrderPage } from '../models/OrderPage';
import type { OrderSource } from '../models/OrderSource';
import type { OrderStatus } from '../models/OrderStatus';
import type { OrderSummary } from '../models/OrderSummary';
import type { OrderTimeline } from '../models/OrderTimeline';
import type { ProofOfDelivery } from '../models/ProofOfDelivery';
import type { SubmitOrders } from '../models/SubmitOrders';
import type { UpdateOrder } from '../models/UpdateOrder';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class OrdersResource {
    /**
     * Count orders by state
     * All numbers of a dashboard in one request. States without orders are there too, with 0.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderSummary The number of orders in each state.
     * @throws ApiError
     */
    public static summary(): CancelablePromise<OrderSummary> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/summary',
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
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
     * What happened to an order, newest first
     * Each entry says what changed, when, and who or what caused it. More types may be added: pass over those you do not know.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderTimeline One page of entries, newest first.
     * @throws ApiError
     */
    public static timeline({
        id,
        limit,
        cursor,
    }: {
        /**
         * Id of the order.
         */
        id: string,
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
    }): CancelablePromise<OrderTimeline> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/{id}/timeline',
            path: {
                'id': id,
            },
            query: {
                'limit': limit,
                'cursor': cursor,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
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
     * Submit drafts to the delivery company
     * Takes up to 1000 `ids`, the drafts of one import, or all drafts; each order succeeds or fails by itself. The dispatchers see it among their unassigned stops at once. Per order: `not_found`, `required_fields_missing` (which fields, in `detail`), `order_not_submittable`, or `store_cancelled` for a draft that the store it came from cancelled: delete it, or change it to say that you mean it all the same (`PATCH /v1/orders/{id}`, be it with `{}`).
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BulkResult How many were submitted, and why each other was not.
     * @throws ApiError
     */
    public static submit({
        requestBody,
    }: {
        requestBody: SubmitOrders,
    }): CancelablePromise<BulkResult> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/orders/submit',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this. \`order_upload_not_allowed\`: This client may not upload orders.`,
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
     * Take submitted orders back while they are on no route
     * They become drafts again and leave the dispatchers’ list. Should a dispatcher put one on a route at the same moment, exactly one of you succeeds. Per order: `not_found`, `order_on_route`, or `order_not_withdrawable` for a draft, for one that was attempted, and for a stop that the delivery company made.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BulkResult Which orders are drafts again, and why each other is not.
     * @throws ApiError
     */
    public static withdraw({
        requestBody,
    }: {
        requestBody: OrderIds,
    }): CancelablePromise<BulkResult> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/orders/withdraw',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
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
     * Delete drafts
     * They are gone for good, their `externalId`s free again. Per order: `not_found`, or `order_not_editable` for one that is no draft.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BulkResult Which drafts were deleted, and why each other was not.
     * @throws ApiError
     */
    public static deleteMany({
        requestBody,
    }: {
        requestBody: OrderIds,
    }): CancelablePromise<BulkResult> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/orders/delete',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
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
     * List orders
     * Filters add up. `view` takes states together as a portal shows them, `status` names them one by one.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns OrderPage One page of orders, newest first unless `sort` says otherwise.
     * @throws ApiError
     */
    public static list({
        limit,
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
        storeCancelled,
        metadata,
        sort,
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
         * Only orders in these states; repeat it for several.
         */
        status?: Array<OrderStatus>,
        /**
         * Only orders of this stage:
         *
         * - `drafts`: Still with the client: `draft`.
         * - `active`: Handed over and not yet attempted: `submitted`, `scheduled`, `out_for_delivery`.
         * - `completed`: Attempted by the driver, well or not: `delivered`, `picked_up`, `failed`.
         */
        view?: 'drafts' | 'active' | 'completed',
        /**
         * Only orders with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
         */
        q?: string,
        /**
         * Only orders that this import made.
         */
        importId?: string,
        /**
         * Only orders that came here this way.
         */
        source?: OrderSource,
        /**
         * Only orders with this `externalId`, in full.
         */
        externalId?: string,
        /**
         * Only orders not created before this moment.
         */
        createdFrom?: string,
        /**
         * Only orders not created after this moment.
         */
        createdTo?: string,
        /**
         * Only orders not put on their route before this moment.
         */
        scheduledFrom?: string,
        /**
         * Only orders not put on their route after this moment.
         */
        scheduledTo?: string,
        /**
         * Only orders not wanted before this day.
         */
        requestedFrom?: string,
        /**
         * Only orders not wanted after this day.
         */
        requestedTo?: string,
        /**
         * True: only orders that the store they came from cancelled. False: none of these.
         */
        storeCancelled?: boolean,
        /**
         * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
         */
        metadata?: Record<string, string>,
        /**
         * The order of the list:
         *
         * - `createdAt`: Oldest first.
         * - `-createdAt`: Newest first.
         * - `updatedAt`: Longest unchanged first.
         * - `-updatedAt`: Last changed first.
         * - `requestedDate`: Wanted earliest first; those without a requested date come last.
         * - `-requestedDate`: Wanted latest first; those without a requested date come last.
         *
         * Default "-createdAt".
         */
        sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'requestedDate' | '-requestedDate',
    }): CancelablePromise<OrderPage> {
        return __request(OpenAPI, {
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
                'storeCancelled': storeCancelled,
                'metadata': metadata,
                'sort': sort,
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
     * Make a draft order
     * The delivery company sees it once it is submitted. It may still lack required fields, which `missingFields` names; an address, or latitude and longitude, is needed at once. An `externalId` that another of your orders has answers `external_id_taken`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns Order The new draft.
     * @throws ApiError
     */
    public static create({
        requestBody,
    }: {
        requestBody: CreateOrder,
    }): CancelablePromise<Order> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/orders',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this. \`order_upload_not_allowed\`: This client may not upload orders.`,
                409: `\`external_id_taken\`: Another order already has this Id. \`idempotency_in_flight\`: The first request with this key is still running.`,
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
     * Make up to 1000 draft orders
     * Every good item becomes an order; `results` says for each item, by its place, what became of it. One request for many orders; for a spreadsheet use `POST /v1/order-imports`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns BatchResult The result of each item, in the order that they were sent.
     * @throws ApiError
     */
    public static createMany({
        requestBody,
    }: {
        requestBody: CreateOrders,
    }): CancelablePromise<BatchResult> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/orders/batch',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this. \`order_upload_not_allowed\`: This client may not upload orders.`,
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
     * Get an order
     * Shows where it is: its state, route, ETA and last attempt. `GET /v1/orders/{id}/timeline` says how it came there.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns Order The order.
     * @throws ApiError
     */
    public static get({
        id,
    }: {
        /**
         * Id of the order.
         */
        id: string,
    }): CancelablePromise<Order> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/{id}',
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
     * Change a draft order
     * What is absent stays; null empties a field. A draft that its store cancelled is meant all the same from then on, whatever is changed, be it nothing: `storeCancelledAt` is null again, and it can be submitted. Anything but a draft answers `order_not_editable`: withdraw it first.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns Order The order with its new version.
     * @throws ApiError
     */
    public static update({
        id,
        requestBody,
    }: {
        /**
         * Id of the order.
         */
        id: string,
        requestBody: UpdateOrder,
    }): CancelablePromise<Order> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/orders/{id}',
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
                409: `\`external_id_taken\`: Another order already has this Id. \`order_not_editable\`: Only drafts can be changed.`,
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
     * Delete a draft order
     * It is gone for good, its `externalId` free again. Anything but a draft answers `order_not_editable`: withdraw it first.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns void
     * @throws ApiError
     */
    public static delete({
        id,
    }: {
        /**
         * Id of the order.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/orders/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`order_not_editable\`: Only drafts can be changed.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Print the labels of several orders
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128 that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes smaller, then is cut. Takes up to 1000 `ids`, of which every one has to be there, or all that one import made. One file holds 1000 labels; more answer `too_many_labels`.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns binary The labels as one PDF.
     * @throws ApiError
     */
    public static downloadLabels({
        requestBody,
    }: {
        requestBody: OrderLabels,
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/orders/labels',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON. \`too_many_labels\`: These are more labels than one file holds.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Print the labels of an order, one for each package
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128 that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes smaller, then is cut. One file holds 1000 labels; more answer `too_many_labels`. Print more packages in parts, or one label again, with `from` and `to`.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns binary The labels as a PDF.
     * @throws ApiError
     */
    public static downloadLabel({
        id,
        size,
        from,
        to,
    }: {
        /**
         * Id of the order.
         */
        id: string,
        /**
         * How large the labels are. Default "a6".
         */
        size?: LabelSize,
        /**
         * Number of the first package to print, 1 by default: labels go on saying `1001 of 2500`. Default 1.
         */
        from?: number,
        /**
         * Number of the last package to print; left out, the last there is.
         */
        to?: number,
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/{id}/label',
            path: {
                'id': id,
            },
            query: {
                'size': size,
                'from': from,
                'to': to,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`too_many_labels\`: These are more labels than one file holds.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Download a list of orders as a file
     * Takes the filters and the sort of the list, and writes all its pages. CSV and workbook have the columns of the template, then what the order has become, under headers that begin with “Waybill” and that an import passes over; text that a spreadsheet would run as a formula has an apostrophe before it. A connection that breaks off has not given the whole file.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns binary The orders as a file.
     * @throws ApiError
     */
    public static export({
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
        storeCancelled,
        metadata,
        sort,
        format,
    }: {
        /**
         * Only orders in these states; repeat it for several.
         */
        status?: Array<OrderStatus>,
        /**
         * Only orders of this stage:
         *
         * - `drafts`: Still with the client: `draft`.
         * - `active`: Handed over and not yet attempted: `submitted`, `scheduled`, `out_for_delivery`.
         * - `completed`: Attempted by the driver, well or not: `delivered`, `picked_up`, `failed`.
         */
        view?: 'drafts' | 'active' | 'completed',
        /**
         * Only orders with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
         */
        q?: string,
        /**
         * Only orders that this import made.
         */
        importId?: string,
        /**
         * Only orders that came here this way.
         */
        source?: OrderSource,
        /**
         * Only orders with this `externalId`, in full.
         */
        externalId?: string,
        /**
         * Only orders not created before this moment.
         */
        createdFrom?: string,
        /**
         * Only orders not created after this moment.
         */
        createdTo?: string,
        /**
         * Only orders not put on their route before this moment.
         */
        scheduledFrom?: string,
        /**
         * Only orders not put on their route after this moment.
         */
        scheduledTo?: string,
        /**
         * Only orders not wanted before this day.
         */
        requestedFrom?: string,
        /**
         * Only orders not wanted after this day.
         */
        requestedTo?: string,
        /**
         * True: only orders that the store they came from cancelled. False: none of these.
         */
        storeCancelled?: boolean,
        /**
         * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
         */
        metadata?: Record<string, string>,
        /**
         * The order of the list:
         *
         * - `createdAt`: Oldest first.
         * - `-createdAt`: Newest first.
         * - `updatedAt`: Longest unchanged first.
         * - `-updatedAt`: Last changed first.
         * - `requestedDate`: Wanted earliest first; those without a requested date come last.
         * - `-requestedDate`: Wanted latest first; those without a requested date come last.
         *
         * Default "-createdAt".
         */
        sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'requestedDate' | '-requestedDate',
        /**
         * What kind of file to make:
         *
         * - `csv`: Comma-separated text in UTF-8, which imports again as it stands.
         * - `xlsx`: An Excel workbook, which imports again as it stands.
         * - `ndjson`: One JSON object a line, each as the list answers it.
         *
         * Default "csv".
         */
        format?: 'csv' | 'xlsx' | 'ndjson',
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/export',
            query: {
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
                'storeCancelled': storeCancelled,
                'metadata': metadata,
                'sort': sort,
                'format': format,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get the proof of many orders in one zip
     * Filters are those of the list. Each order has a folder with its pictures, also those of earlier visits; `manifest.json`, the last file, tells the chains, and which pictures could not be read. It is streamed while it is made: one that breaks off has no end and is no zip. `npm run verify-proof -- FILE.zip` checks it without the server.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns binary The zip.
     * @throws ApiError
     */
    public static downloadProofs({
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
        storeCancelled,
        metadata,
    }: {
        /**
         * Only orders in these states; repeat it for several.
         */
        status?: Array<OrderStatus>,
        /**
         * Only orders of this stage:
         *
         * - `drafts`: Still with the client: `draft`.
         * - `active`: Handed over and not yet attempted: `submitted`, `scheduled`, `out_for_delivery`.
         * - `completed`: Attempted by the driver, well or not: `delivered`, `picked_up`, `failed`.
         */
        view?: 'drafts' | 'active' | 'completed',
        /**
         * Only orders with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
         */
        q?: string,
        /**
         * Only orders that this import made.
         */
        importId?: string,
        /**
         * Only orders that came here this way.
         */
        source?: OrderSource,
        /**
         * Only orders with this `externalId`, in full.
         */
        externalId?: string,
        /**
         * Only orders not created before this moment.
         */
        createdFrom?: string,
        /**
         * Only orders not created after this moment.
         */
        createdTo?: string,
        /**
         * Only orders not put on their route before this moment.
         */
        scheduledFrom?: string,
        /**
         * Only orders not put on their route after this moment.
         */
        scheduledTo?: string,
        /**
         * Only orders not wanted before this day.
         */
        requestedFrom?: string,
        /**
         * Only orders not wanted after this day.
         */
        requestedTo?: string,
        /**
         * True: only orders that the store they came from cancelled. False: none of these.
         */
        storeCancelled?: boolean,
        /**
         * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
         */
        metadata?: Record<string, string>,
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/proof-of-delivery.zip',
            query: {
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
                'storeCancelled': storeCancelled,
                'metadata': metadata,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * How the last attempt ended, and its proof
     * Before the first attempt `state` is `unattempted` and the rest empty. A later attempt replaces what is shown here; `chain` keeps everything, and its end is told by events as `proofHash`, so that no proof can be exchanged unseen.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns ProofOfDelivery How the last attempt ended, its photos and signature, and the chain of proof.
     * @throws ApiError
     */
    public static getProofOfDelivery({
        id,
    }: {
        /**
         * Id of the order.
         */
        id: string,
    }): CancelablePromise<ProofOfDelivery> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/{id}/proof-of-delivery',
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
     * Get the proof of one order as a PDF
     * For people: who took it, when and where, with the photos, the signature and the chain of proof. Notes that only the organization sees are not in it.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     * @returns binary The PDF.
     * @throws ApiError
     */
    public static downloadProof({
        id,
    }: {
        /**
         * Id of the order.
         */
        id: string,
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/orders/{id}/proof-of-delivery.pdf',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
}
