/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ConnectShopify } from '../models/ConnectShopify.js';
import type { ImportShopifyOrders } from '../models/ImportShopifyOrders.js';
import type { IntegrationPage } from '../models/IntegrationPage.js';
import type { ShopifyConnectionStart } from '../models/ShopifyConnectionStart.js';
import type { ShopifyCustomerFile } from '../models/ShopifyCustomerFile.js';
import type { ShopifyDataRequestPage } from '../models/ShopifyDataRequestPage.js';
import type { ShopifyErasurePage } from '../models/ShopifyErasurePage.js';
import type { ShopifyImport } from '../models/ShopifyImport.js';
import type { ShopifyImportAnswer } from '../models/ShopifyImportAnswer.js';
import type { ShopifyImportOutcome } from '../models/ShopifyImportOutcome.js';
import type { ShopifyImportPage } from '../models/ShopifyImportPage.js';
import type { ShopifyImportResultPage } from '../models/ShopifyImportResultPage.js';
import type { ShopifyImportStatus } from '../models/ShopifyImportStatus.js';
import type { ShopifyIntegration } from '../models/ShopifyIntegration.js';
import type { ShopifyOrderFilter } from '../models/ShopifyOrderFilter.js';
import type { ShopifyOrderPage } from '../models/ShopifyOrderPage.js';
import type { ShopifyWebhookReceipt } from '../models/ShopifyWebhookReceipt.js';
import type { StoreFulfillment } from '../models/StoreFulfillment.js';
import type { StoreFulfillmentPage } from '../models/StoreFulfillmentPage.js';
import type { StoreFulfillmentState } from '../models/StoreFulfillmentState.js';
import type { UpdateShopifyIntegration } from '../models/UpdateShopifyIntegration.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface GetShopifyIntegrationQuery {
    /**
     * Which of the client’s stores is meant. May be left out while it is the only one.
     */
    shop?: string | undefined;
}
export interface DisconnectShopifyQuery {
    /**
     * Which of the client’s stores is meant. May be left out while it is the only one.
     */
    shop?: string | undefined;
}
export interface ListShopifyOrdersQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Which of the client’s stores is meant. May be left out while it is the only one.
     */
    shop?: string | undefined;
    /**
     * Words to look for, as the search of Shopify’s admin does: names of orders and people, places, products.
     */
    q?: string | undefined;
    /**
     * Which orders. Left out: `unfulfilled`. Default "unfulfilled".
     */
    status?: ShopifyOrderFilter | undefined;
    /**
     * Only those that were imported, or only those that were not. Left out: both.
     */
    imported?: boolean | undefined;
}
export interface ListShopifyImportsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only imports in this state.
     */
    status?: ShopifyImportStatus | undefined;
    /**
     * Only imports of this store: its name, its domain, or the address of its admin.
     */
    shop?: string | undefined;
}
export interface ListShopifyImportResultsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only orders with this outcome. Left out: all that there is something to say of.
     */
    outcome?: ShopifyImportOutcome | undefined;
}
export interface ListShopifyFulfillmentsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * Only those that are this far; repeat it for several.
     */
    state?: Array<StoreFulfillmentState> | undefined;
    /**
     * Only orders of this store: its name, its domain, or the address of its admin.
     */
    shop?: string | undefined;
}
export interface ListShopifyDataRequestsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export interface ListShopifyErasuresQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export class IntegrationsResource extends Resource {
    /**
     * List integrations
     *
     * Every shop system that can be connected, and the client’s stores in it.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     *
     * @returns All integrations on one page.
     */
    list(options?: RequestOptions): PagePromise<IntegrationPage> {
        return this.page({ method: 'GET', url: '/v1/integrations' }, options);
    }
    /**
     * Get the connection to a Shopify store
     *
     * Of several stores the one that `shop` names, or else the one that was connected first; `stores` lists all.
     * Before any is connected, `connected` is false.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     *
     * @returns The connection.
     * @throws WaybillError `shopify_not_connected`
     */
    getShopify(query?: GetShopifyIntegrationQuery, options?: RequestOptions): Promise<Answer<ShopifyIntegration>> {
        return this.call({ method: 'GET', url: '/v1/integrations/shopify', query }, options);
    }
    /**
     * Change the settings of a Shopify store
     *
     * What is delivered from then on is handled by them. All are off in a store that is new.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     *
     * @returns The connection as it is now.
     * @throws WaybillError `order_upload_not_allowed`, `shopify_not_connected`, `stale_version`
     */
    updateShopify(body: UpdateShopifyIntegration, options?: RequestOptions): Promise<Answer<ShopifyIntegration>> {
        return this.call({ method: 'PATCH', url: '/v1/integrations/shopify', body }, options);
    }
    /**
     * Disconnect a Shopify store
     *
     * From now on the store is not asked and not told any more. The app is removed from it too, as soon as Shopify
     * answers. Orders that were taken over stay, and are not taken over again should the store be connected anew. But
     * two days after the app was removed Shopify asks us to erase whom the store’s orders were for: their recipients
     * and addresses are erased then, of drafts too, and of orders under way once they have ended. Connected anew
     * before that, nothing is erased. A draft that was erased can be deleted and taken over again.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     *
     * @throws WaybillError `shopify_not_connected`, `stale_version`
     */
    disconnectShopify(query?: DisconnectShopifyQuery, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/integrations/shopify', query, accept: '' }, options);
    }
    /**
     * Connect a Shopify store
     *
     * Answers where the store’s owner grants the access; open it in a browser. Shopify sends the browser back to this
     * server, which connects the store and sends it on to `returnUrl`. A client may connect several stores; a store
     * belongs to one client at a time. Connected again, it keeps its settings. The link is for one store, works once
     * and for 15 minutes, and only while whoever asked for it is an owner or admin.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     *
     * @returns Where the access is granted.
     * @throws WaybillError `shopify_not_configured`
     */
    connectShopify(body: ConnectShopify, options?: RequestOptions): Promise<Answer<ShopifyConnectionStart>> {
        return this.call({ method: 'POST', url: '/v1/integrations/shopify/connect', body }, options);
    }
    /**
     * List the orders of a Shopify store, and which are imported already
     *
     * Read from the store as it is now, the newest first. Shopify shows orders of the last 60 days; older ones are not
     * there without a word unless it granted `read_all_orders`. With `imported` a page may have fewer items than
     * `limit`, even none, and another follow all the same.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     *
     * @returns One page of the store’s orders.
     * @throws WaybillError `shopify_not_connected`, `shopify_access_lost`, `shopify_refused`
     */
    listShopifyOrders(query?: ListShopifyOrdersQuery, options?: RequestOptions): PagePromise<ShopifyOrderPage> {
        return this.page({ method: 'GET', url: '/v1/integrations/shopify/orders', query }, options);
    }
    /**
     * List imports of whole Shopify stores
     *
     * Those that were asked for with `all`. Finished ones stay here with their counts.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     *
     * @returns One page of imports, newest first.
     */
    listShopifyImports(query?: ListShopifyImportsQuery, options?: RequestOptions): PagePromise<ShopifyImportPage> {
        return this.page({ method: 'GET', url: '/v1/integrations/shopify/imports', query }, options);
    }
    /**
     * Import orders of a Shopify store as drafts
     *
     * By `orderIds` or a pasted `text` up to 1000 orders at once, each by itself, which takes as long as Shopify lets
     * us ask; `all` imports every open order in the background. An order is imported once: it can be again when its
     * draft was deleted. A draft holds what is left to deliver: products that were not sent yet and are shipped, one
     * package unless a detail of the cart says otherwise, the weight of the whole order as its size (2.5 kg) where
     * nothing was sent yet, the address and who is there, the order’s note and the details of its cart as notes, and a
     * detail such as `Delivery Date` as the requested date, where it can be one day only. Its `externalId` is the
     * order’s name, followed by the store’s name or its own id where another order of a store has that name; its
     * metadata names the store and the order.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns What became of each order that was named.
     * @throws WaybillError `order_upload_not_allowed`, `shopify_not_connected`, `shopify_access_lost`,
     * `shopify_refused`
     */
    importShopifyOrders(body: ImportShopifyOrders, options?: RequestOptions): Promise<Answer<ShopifyImportAnswer>> {
        return this.call({ method: 'POST', url: '/v1/integrations/shopify/imports', body }, options);
    }
    /**
     * Get an import of a whole Shopify store and how far it is
     *
     * Counts grow while it runs. Ask for it every few seconds until its status says that it has ended.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns The import as it is now.
     * @throws WaybillError `not_found`
     */
    getShopifyImport(id: string, options?: RequestOptions): Promise<Answer<ShopifyImport>> {
        return this.call({ method: 'GET', url: '/v1/integrations/shopify/imports/{id}', path: { id } }, options);
    }
    /**
     * List the orders that were not imported, or are odd, and why
     *
     * Orders that became drafts are here only where there is something to say of them; the drafts themselves are in
     * `GET /v1/orders`.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns One page of results, in the order in which the orders were placed.
     * @throws WaybillError `not_found`
     */
    listShopifyImportResults(id: string, query?: ListShopifyImportResultsQuery, options?: RequestOptions): PagePromise<ShopifyImportResultPage> {
        return this.page({ method: 'GET', url: '/v1/integrations/shopify/imports/{id}/results', path: { id }, query }, options);
    }
    /**
     * Stop an import of a whole Shopify store
     *
     * At once while it waits, else after the orders that it is at. The drafts that it made stay.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param id Id of the import.
     * @returns The import, which has ended or is about to.
     * @throws WaybillError `not_found`, `import_not_cancellable`
     */
    cancelShopifyImport(id: string, options?: RequestOptions): Promise<Answer<ShopifyImport>> {
        return this.call({ method: 'POST', url: '/v1/integrations/shopify/imports/{id}/cancel', path: { id } }, options);
    }
    /**
     * List how far orders are with being marked as fulfilled
     *
     * Delivered orders that came from a Shopify store whose `autoFulfill` is on, or for which it was asked. With
     * `state=failed` those that need somebody, each with the reason in plain words.
     *
     * Allowed (`integrations:read`): client: owner, admin, member.
     *
     * @returns One page of fulfilments, newest first.
     */
    listShopifyFulfillments(query?: ListShopifyFulfillmentsQuery, options?: RequestOptions): PagePromise<StoreFulfillmentPage> {
        return this.page({ method: 'GET', url: '/v1/integrations/shopify/fulfillments', query }, options);
    }
    /**
     * Mark a delivered order as fulfilled now
     *
     * Tries again what failed, once its reason is mended; and marks an order that was delivered while `autoFulfill`
     * was off. The store is looked at first, so that nothing is marked twice; its customer is told where
     * `notifyCustomer` is on.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param orderId Id of the order.
     * @returns It is under way; the list and the order’s timeline say how it ends.
     * @throws WaybillError `not_found`, `shopify_not_connected`, `order_not_fulfillable`
     */
    retryShopifyFulfillment(orderId: string, options?: RequestOptions): Promise<Answer<StoreFulfillment>> {
        return this.call({ method: 'POST', url: '/v1/integrations/shopify/fulfillments/{orderId}/retry', path: { orderId } }, options);
    }
    /**
     * Where Shopify tells what happened in a store
     *
     * For Shopify alone: the body must be signed with the secret of the app, in `X-Shopify-Hmac-Sha256`. Every signed
     * webhook is answered at once and worked on later; one that comes again is taken no second time. What is done goes
     * by what the store says when it is asked, not by the body.
     *
     * Needs no credentials.
     *
     * @returns That it was taken.
     */
    receiveWebhook(options?: RequestOptions): Promise<Answer<ShopifyWebhookReceipt>> {
        return this.call({ method: 'POST', url: '/v1/integrations/shopify/webhooks' }, options);
    }
    /**
     * List what customers of your stores asked to see
     *
     * A customer may ask a store what it and its apps keep of them; Shopify passes that on. Each request gets a file,
     * and its owner a mail once it is ready: the answer is for the store to give, within 30 days.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     *
     * @returns One page of requests, newest first.
     */
    listDataRequests(query?: ListShopifyDataRequestsQuery, options?: RequestOptions): PagePromise<ShopifyDataRequestPage> {
        return this.page({ method: 'GET', url: '/v1/integrations/shopify/data-requests', query }, options);
    }
    /**
     * Read the file that a customer asked for
     *
     * All that is kept of the customer’s orders, as you may see it: the orders, what the store said of them, what
     * happened to them and what was recorded at the door. Notes that only your delivery company sees are theirs, and
     * not in it.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     *
     * @param id Id of the request.
     * @returns What is kept of the customer.
     * @throws WaybillError `not_found`
     */
    readDataRequestFile(id: string, options?: RequestOptions): Promise<Answer<ShopifyCustomerFile>> {
        return this.call({ method: 'GET', url: '/v1/integrations/shopify/data-requests/{id}/file', path: { id } }, options);
    }
    /**
     * List what was erased for customers of your stores
     *
     * When a customer asks to be erased, or a store has removed the app, Shopify has every app erase what it keeps.
     * These are the receipts: what was erased and when, and nothing of whom.
     *
     * Allowed (`integrations:manage`): client: owner, admin.
     *
     * @returns One page of receipts, newest first.
     */
    listErasures(query?: ListShopifyErasuresQuery, options?: RequestOptions): PagePromise<ShopifyErasurePage> {
        return this.page({ method: 'GET', url: '/v1/integrations/shopify/erasures', query }, options);
    }
}
