/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConnectShopify } from '../models/ConnectShopify';
import type { ImportShopifyOrders } from '../models/ImportShopifyOrders';
import type { IntegrationPage } from '../models/IntegrationPage';
import type { ShopifyConnectionStart } from '../models/ShopifyConnectionStart';
import type { ShopifyCustomerFile } from '../models/ShopifyCustomerFile';
import type { ShopifyDataRequestPage } from '../models/ShopifyDataRequestPage';
import type { ShopifyErasurePage } from '../models/ShopifyErasurePage';
import type { ShopifyImport } from '../models/ShopifyImport';
import type { ShopifyImportAnswer } from '../models/ShopifyImportAnswer';
import type { ShopifyImportOutcome } from '../models/ShopifyImportOutcome';
import type { ShopifyImportPage } from '../models/ShopifyImportPage';
import type { ShopifyImportResultPage } from '../models/ShopifyImportResultPage';
import type { ShopifyImportStatus } from '../models/ShopifyImportStatus';
import type { ShopifyIntegration } from '../models/ShopifyIntegration';
import type { ShopifyOrderFilter } from '../models/ShopifyOrderFilter';
import type { ShopifyOrderPage } from '../models/ShopifyOrderPage';
import type { ShopifyWebhookReceipt } from '../models/ShopifyWebhookReceipt';
import type { StoreFulfillment } from '../models/StoreFulfillment';
import type { StoreFulfillmentPage } from '../models/StoreFulfillmentPage';
import type { StoreFulfillmentState } from '../models/StoreFulfillmentState';
import type { UpdateShopifyIntegration } from '../models/UpdateShopifyIntegration';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class IntegrationsResource {
    /**
     * List integrations
     * Every shop system that can be connected, and the client’s stores in it.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     * @returns IntegrationPage All integrations on one page.
     * @throws ApiError
     */
    public static list(): CancelablePromise<IntegrationPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations',
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
     * Get the connection to a Shopify store
     * Of several stores the one that `shop` names, or else the one that was connected first; `stores` lists all. Before any is connected, `connected` is false.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     * @returns ShopifyIntegration The connection.
     * @throws ApiError
     */
    public static getShopify({
        shop,
    }: {
        /**
         * Which of the client’s stores is meant. May be left out while it is the only one.
         */
        shop?: string,
    }): CancelablePromise<ShopifyIntegration> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify',
            query: {
                'shop': shop,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`shopify_not_connected\`: No such store is connected.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Change the settings of a Shopify store
     * What is delivered from then on is handled by them. All are off in a store that is new.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     * @returns ShopifyIntegration The connection as it is now.
     * @throws ApiError
     */
    public static updateShopify({
        requestBody,
    }: {
        requestBody: UpdateShopifyIntegration,
    }): CancelablePromise<ShopifyIntegration> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/integrations/shopify',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`shopify_not_connected\`: No such store is connected.`,
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
     * Disconnect a Shopify store
     * From now on the store is not asked and not told any more. The app is removed from it too, as soon as Shopify answers. Orders that were taken over stay, and are not taken over again should the store be connected anew.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     * @returns void
     * @throws ApiError
     */
    public static disconnectShopify({
        shop,
    }: {
        /**
         * Which of the client’s stores is meant. May be left out while it is the only one.
         */
        shop?: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/integrations/shopify',
            query: {
                'shop': shop,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`shopify_not_connected\`: No such store is connected.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Connect a Shopify store
     * Answers where the store’s owner grants the access; open it in a browser. Shopify sends the browser back to this server, which connects the store and sends it on to `returnUrl`. A client may connect several stores; a store belongs to one client at a time. Connected again, it keeps its settings. The link is for one store, works once and for 15 minutes, and only while whoever asked for it is an owner or admin.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     * @returns ShopifyConnectionStart Where the access is granted.
     * @throws ApiError
     */
    public static connectShopify({
        requestBody,
    }: {
        requestBody: ConnectShopify,
    }): CancelablePromise<ShopifyConnectionStart> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/integrations/shopify/connect',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                409: `\`shopify_not_configured\`: Stores cannot be connected here. \`idempotency_in_flight\`: The first request with this key is still running.`,
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
     * List the orders of a Shopify store, and which are imported already
     * Read from the store as it is now, the newest first. Shopify shows orders of the last 60 days; older ones are not there without a word unless it granted `read_all_orders`. With `imported` a page may have fewer items than `limit`, even none, and another follow all the same.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     * @returns ShopifyOrderPage One page of the store’s orders.
     * @throws ApiError
     */
    public static listShopifyOrders({
        limit,
        cursor,
        shop,
        q,
        status,
        imported,
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
         * Which of the client’s stores is meant. May be left out while it is the only one.
         */
        shop?: string,
        /**
         * Words to look for, as the search of Shopify’s admin does: names of orders and people, places, products.
         */
        q?: string,
        /**
         * Which orders. Left out: `unfulfilled`. Default "unfulfilled".
         */
        status?: ShopifyOrderFilter,
        /**
         * Only those that were imported, or only those that were not. Left out: both.
         */
        imported?: boolean,
    }): CancelablePromise<ShopifyOrderPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/orders',
            query: {
                'limit': limit,
                'cursor': cursor,
                'shop': shop,
                'q': q,
                'status': status,
                'imported': imported,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`cursor_invalid\`: The cursor is not one this API gave. \`cursor_mismatch\`: The cursor belongs to another list.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`shopify_not_connected\`: No such store is connected.`,
                409: `\`shopify_access_lost\`: The store no longer lets us in.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`shopify_unavailable\`: The store does not answer right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * List imports of whole Shopify stores
     * Those that were asked for with `all`. Finished ones stay here with their counts.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     * @returns ShopifyImportPage One page of imports, newest first.
     * @throws ApiError
     */
    public static listShopifyImports({
        limit,
        cursor,
        status,
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
         * Only imports in this state.
         */
        status?: ShopifyImportStatus,
    }): CancelablePromise<ShopifyImportPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/imports',
            query: {
                'limit': limit,
                'cursor': cursor,
                'status': status,
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
     * Import orders of a Shopify store as drafts
     * By `orderIds` or a pasted `text` up to 1000 orders at once, each by itself, which takes as long as Shopify lets us ask; `all` imports every open order in the background. An order is imported once: it can be again when its draft was deleted. A draft holds what is left to deliver: products that were not sent yet and are shipped, one package unless a detail of the cart says otherwise, the weight of the whole order as its size (2.5 kg) where nothing was sent yet, the address and who is there, the order’s note and the details of its cart as notes, and a detail such as `Delivery Date` as the requested date, where it can be one day only. Its `externalId` is the order’s name, followed by the store’s where an order of another store has that name; its metadata names the store and the order.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns ShopifyImportAnswer What became of each order that was named.
     * @throws ApiError
     */
    public static importShopifyOrders({
        requestBody,
        shop,
    }: {
        requestBody: ImportShopifyOrders,
        /**
         * Which of the client’s stores is meant. May be left out while it is the only one.
         */
        shop?: string,
    }): CancelablePromise<ShopifyImportAnswer> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/integrations/shopify/imports',
            query: {
                'shop': shop,
            },
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this. \`order_upload_not_allowed\`: This client may not upload orders.`,
                404: `\`shopify_not_connected\`: No such store is connected.`,
                409: `\`shopify_access_lost\`: The store no longer lets us in. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`shopify_unavailable\`: The store does not answer right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get an import of a whole Shopify store and how far it is
     * Counts grow while it runs. Ask for it every few seconds until its status says that it has ended.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     * @returns ShopifyImport The import as it is now.
     * @throws ApiError
     */
    public static getShopifyImport({
        id,
    }: {
        /**
         * Id of the import.
         */
        id: string,
    }): CancelablePromise<ShopifyImport> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/imports/{id}',
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
     * List the orders that were not imported, or are odd, and why
     * Orders that became drafts are here only where there is something to say of them; the drafts themselves are in `GET /v1/orders`.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     * @returns ShopifyImportResultPage One page of results, in the order in which the orders were placed.
     * @throws ApiError
     */
    public static listShopifyImportResults({
        id,
        limit,
        cursor,
        outcome,
    }: {
        /**
         * Id of the import.
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
        /**
         * Only orders with this outcome. Left out: all that there is something to say of.
         */
        outcome?: ShopifyImportOutcome,
    }): CancelablePromise<ShopifyImportResultPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/imports/{id}/results',
            path: {
                'id': id,
            },
            query: {
                'limit': limit,
                'cursor': cursor,
                'outcome': outcome,
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
     * Stop an import of a whole Shopify store
     * At once while it waits, else after the orders that it is at. The drafts that it made stay.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns ShopifyImport The import, which has ended or is about to.
     * @throws ApiError
     */
    public static cancelShopifyImport({
        id,
    }: {
        /**
         * Id of the import.
         */
        id: string,
    }): CancelablePromise<ShopifyImport> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/integrations/shopify/imports/{id}/cancel',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`import_not_cancellable\`: The import has already ended. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * List how far orders are with being marked as fulfilled
     * Delivered orders that came from a Shopify store whose `autoFulfill` is on, or for which it was asked. With `state=failed` those that need somebody, each with the reason in plain words.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     * @returns StoreFulfillmentPage One page of fulfilments, newest first.
     * @throws ApiError
     */
    public static listShopifyFulfillments({
        limit,
        cursor,
        state,
        shop,
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
         * Only those that are this far; repeat it for several.
         */
        state?: Array<StoreFulfillmentState>,
        /**
         * Only orders of this store, e.g. `book-nook.myshopify.com`.
         */
        shop?: string,
    }): CancelablePromise<StoreFulfillmentPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/fulfillments',
            query: {
                'limit': limit,
                'cursor': cursor,
                'state': state,
                'shop': shop,
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
     * Mark a delivered order as fulfilled now
     * Tries again what failed, once its reason is mended; and marks an order that was delivered while `autoFulfill` was off. The store is looked at first, so that nothing is marked twice; its customer is told where `notifyCustomer` is on.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     * @returns StoreFulfillment It is under way; the list and the order’s timeline say how it ends.
     * @throws ApiError
     */
    public static retryShopifyFulfillment({
        orderId,
    }: {
        orderId: string,
    }): CancelablePromise<StoreFulfillment> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/integrations/shopify/fulfillments/{orderId}/retry',
            path: {
                'orderId': orderId,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found. \`shopify_not_connected\`: No such store is connected.`,
                409: `\`order_not_fulfillable\`: The order cannot be marked as fulfilled. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Where Shopify tells what happened in a store
     * For Shopify alone: the body must be signed with the secret of the app, in `X-Shopify-Hmac-Sha256`. Every signed webhook is answered at once and worked on later; one that comes again is taken no second time. What is done goes by what the store says when it is asked, not by the body.
     *
     * Needs no credentials.
     * @returns ShopifyWebhookReceipt That it was taken.
     * @throws ApiError
     */
    public static receiveWebhook(): CancelablePromise<ShopifyWebhookReceipt> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/integrations/shopify/webhooks',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`shopify_signature_invalid\`: The signature is not Shopify’s.`,
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
     * List what customers of your stores asked to see
     * A customer may ask a store what it and its apps keep of them; Shopify passes that on. Each request gets a file, and its owner a mail once it is ready: the answer is for the store to give, within 30 days.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     * @returns ShopifyDataRequestPage One page of requests, newest first.
     * @throws ApiError
     */
    public static listDataRequests({
        limit,
        cursor,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
    }): CancelablePromise<ShopifyDataRequestPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/data-requests',
            query: {
                'limit': limit,
                'cursor': cursor,
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
     * Read the file that a customer asked for
     * All that is kept of the customer’s orders, as you may see it: the orders, what the store said of them, what happened to them and what was recorded at the door. Notes that only your delivery company sees are theirs, and not in it.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     * @returns ShopifyCustomerFile What is kept of the customer.
     * @throws ApiError
     */
    public static readDataRequestFile({
        id,
    }: {
        id: string,
    }): CancelablePromise<ShopifyCustomerFile> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/data-requests/{id}/file',
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
     * List what was erased for customers of your stores
     * When a customer asks to be erased, or a store has removed the app, Shopify has every app erase what it keeps. These are the receipts: what was erased and when, and nothing of whom.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     * @returns ShopifyErasurePage One page of receipts, newest first.
     * @throws ApiError
     */
    public static listErasures({
        limit,
        cursor,
    }: {
        /**
         * How many items the page may have: 1 to 200. Default 50.
         */
        limit?: number,
        /**
         * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
         */
        cursor?: string,
    }): CancelablePromise<ShopifyErasurePage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/integrations/shopify/erasures',
            query: {
                'limit': limit,
                'cursor': cursor,
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
}
