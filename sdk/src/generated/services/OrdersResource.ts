/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BatchResult } from '../models/BatchResult.js';
import type { BulkResult } from '../models/BulkResult.js';
import type { CreateOrder } from '../models/CreateOrder.js';
import type { CreateOrders } from '../models/CreateOrders.js';
import type { LabelSize } from '../models/LabelSize.js';
import type { Order } from '../models/Order.js';
import type { OrderIds } from '../models/OrderIds.js';
import type { OrderLabels } from '../models/OrderLabels.js';
import type { OrderPage } from '../models/OrderPage.js';
import type { OrderProperty } from '../models/OrderProperty.js';
import type { OrderSort } from '../models/OrderSort.js';
import type { OrderSource } from '../models/OrderSource.js';
import type { OrderStatus } from '../models/OrderStatus.js';
import type { OrderSummary } from '../models/OrderSummary.js';
import type { OrderTimeline } from '../models/OrderTimeline.js';
import type { ProofOfDelivery } from '../models/ProofOfDelivery.js';
import type { SubmitOrders } from '../models/SubmitOrders.js';
import type { UpdateOrder } from '../models/UpdateOrder.js';
import type { Page, PagePromise } from '../../pages.js';
import type { Download } from '../../files/download.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
import type { Sparse } from '../../sparse.js';
export interface ListOrderTimelineQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export interface ListOrdersQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
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
     * Only orders with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
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
     * Only orders with this `externalId`, in full.
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
     * True: only orders that the store they came from cancelled. False: none of these.
     */
    storeCancelled?: boolean | undefined;
    /**
     * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
     */
    metadata?: Record<string, string> | undefined;
    /**
     * The order of the list; left out, the newest first. Default "-createdAt".
     */
    sort?: OrderSort | undefined;
    /**
     * How new what is read has to be:
     *
     * - `strong`: Everything that was acknowledged before is in it.
     * - `eventual`: The changes of the last seconds may be missing, where the server reads from a replica. From page to page nothing that was there is passed over.
     *
     * Default "strong".
     */
    consistency?: 'strong' | 'eventual' | undefined;
}
export interface DownloadOrderLabelQuery {
    /**
     * How large the labels are. Default "a6".
     */
    size?: LabelSize | undefined;
    /**
     * Number of the first package to print, 1 by default: labels go on saying `1001 of 2500`. Default 1.
     */
    from?: number | undefined;
    /**
     * Number of the last package to print; left out, the last there is.
     */
    to?: number | undefined;
}
export interface ExportOrdersQuery {
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
     * Only orders with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
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
     * Only orders with this `externalId`, in full.
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
     * True: only orders that the store they came from cancelled. False: none of these.
     */
    storeCancelled?: boolean | undefined;
    /**
     * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
     */
    metadata?: Record<string, string> | undefined;
    /**
     * The order of the list; left out, the newest first. Default "-createdAt".
     */
    sort?: OrderSort | undefined;
    /**
     * How new what is read has to be:
     *
     * - `strong`: Everything that was acknowledged before is in it.
     * - `eventual`: The changes of the last seconds may be missing, where the server reads from a replica. From page to page nothing that was there is passed over.
     *
     * Default "eventual".
     */
    consistency?: 'strong' | 'eventual' | undefined;
    /**
     * What kind of file to make:
     *
     * - `csv`: Comma-separated text in UTF-8, which imports again as it stands.
     * - `xlsx`: An Excel workbook, which imports again as it stands.
     * - `ndjson`: One JSON object a line, each as the list answers it.
     *
     * Default "csv".
     */
    format?: 'csv' | 'xlsx' | 'ndjson' | undefined;
}
export interface DownloadOrderProofsQuery {
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
     * Only orders with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
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
     * Only orders with this `externalId`, in full.
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
     * True: only orders that the store they came from cancelled. False: none of these.
     */
    storeCancelled?: boolean | undefined;
    /**
     * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
     */
    metadata?: Record<string, string> | undefined;
}
export class OrdersResource extends Resource {
    /**
     * Count orders by state
     *
     * All numbers of a dashboard in one request. States without orders are there too, with 0.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns The number of orders in each state.
     */
    summary(options?: RequestOptions): Promise<Answer<OrderSummary>> {
        return this.call({ method: 'GET', url: '/v1/orders/summary' }, options);
    }
    /**
     * What happened to an order, newest first
     *
     * Each entry says what changed, when, and who or what caused it. More types may be added: pass over those you do
     * not know.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns One page of entries, newest first.
     * @throws WaybillError `not_found`
     */
    timeline(id: string, query?: ListOrderTimelineQuery, options?: RequestOptions): PagePromise<OrderTimeline> {
        return this.page({ method: 'GET', url: '/v1/orders/{id}/timeline', path: { id }, query }, options);
    }
    /**
     * Submit drafts to the delivery company
     *
     * Takes up to 1000 `ids`, the drafts of one import, or all drafts; each order succeeds or fails by itself. The
     * dispatchers see it among their unassigned stops at once. Per order: `not_found`, `required_fields_missing`
     * (which fields, in `detail`), `order_not_submittable`, or `store_cancelled` for a draft that the store it came
     * from cancelled: delete it, or change it to say that you mean it all the same (`PATCH /v1/orders/{id}`, be it
     * with `{}`).
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns How many were submitted, and why each other was not.
     * @throws WaybillError `order_upload_not_allowed`
     */
    submit(body: SubmitOrders, options?: RequestOptions): Promise<Answer<BulkResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/submit', body }, options);
    }
    /**
     * Take submitted orders back while they are on no route
     *
     * They become drafts again and leave the dispatchers’ list. Should a dispatcher put one on a route at the same
     * moment, exactly one of you succeeds. Per order: `not_found`, `order_on_route`, or `order_not_withdrawable` for a
     * draft, for one that was attempted, and for a stop that the delivery company made.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Which orders are drafts again, and why each other is not.
     */
    withdraw(body: OrderIds, options?: RequestOptions): Promise<Answer<BulkResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/withdraw', body }, options);
    }
    /**
     * Delete drafts
     *
     * They are gone for good, their `externalId`s free again. Per order: `not_found`, or `order_not_editable` for one
     * that is no draft.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns Which drafts were deleted, and why each other was not.
     */
    deleteMany(body: OrderIds, options?: RequestOptions): Promise<Answer<BulkResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/delete', body }, options);
    }
    /**
     * List orders
     *
     * Filters add up. `view` takes states together as a portal shows them, `status` names them one by one.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns One page of orders, newest first unless `sort` says otherwise.
     */
    list<const Fields extends Readonly<Array<OrderProperty>>>(query: ListOrdersQuery & { /** Only these properties, and `id`; repeat it for several: `fields=status&fields=eta`. Left out: all of them. */ fields: Fields }, options?: RequestOptions): PagePromise<Page<Sparse<OrderPage['items'][number], Fields>>>;
    /**
     * List orders
     *
     * Filters add up. `view` takes states together as a portal shows them, `status` names them one by one.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns One page of orders, newest first unless `sort` says otherwise.
     */
    list(query?: ListOrdersQuery & { fields?: never | undefined }, options?: RequestOptions): PagePromise<OrderPage>;
    list(query?: ListOrdersQuery & { fields?: Readonly<Array<OrderProperty>> | undefined }, options?: RequestOptions): PagePromise<OrderPage> {
        return this.page({ method: 'GET', url: '/v1/orders', query }, options);
    }
    /**
     * Make a draft order
     *
     * The delivery company sees it once it is submitted. It may still lack required fields, which `missingFields`
     * names; an address, or latitude and longitude, is needed at once. An `externalId` that another of your orders has
     * answers `external_id_taken`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns The new draft.
     * @throws WaybillError `order_upload_not_allowed`, `external_id_taken`
     */
    create(body: CreateOrder, options?: RequestOptions): Promise<Answer<Order>> {
        return this.call({ method: 'POST', url: '/v1/orders', body }, options);
    }
    /**
     * Make up to 1000 draft orders
     *
     * Every good item becomes an order; `results` says for each item, by its place, what became of it. One request for
     * many orders; for a spreadsheet use `POST /v1/order-imports`.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @returns The result of each item, in the order that they were sent.
     * @throws WaybillError `order_upload_not_allowed`
     */
    createMany(body: CreateOrders, options?: RequestOptions): Promise<Answer<BatchResult>> {
        return this.call({ method: 'POST', url: '/v1/orders/batch', body }, options);
    }
    /**
     * Get an order
     *
     * Shows where it is: its state, route, ETA and last attempt. `GET /v1/orders/{id}/timeline` says how it came
     * there.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The order.
     * @throws WaybillError `not_found`
     */
    get<const Fields extends Readonly<Array<OrderProperty>>>(id: string, query: { /** Only these properties, and `id`; repeat it for several: `fields=status&fields=eta`. Left out: all of them. */ fields: Fields }, options?: RequestOptions): Promise<Answer<Sparse<Order, Fields>>>;
    /**
     * Get an order
     *
     * Shows where it is: its state, route, ETA and last attempt. `GET /v1/orders/{id}/timeline` says how it came
     * there.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The order.
     * @throws WaybillError `not_found`
     */
    get(id: string, query?: { fields?: never | undefined }, options?: RequestOptions): Promise<Answer<Order>>;
    get(id: string, query?: { fields?: Readonly<Array<OrderProperty>> | undefined }, options?: RequestOptions): Promise<Answer<Order>> {
        return this.call({ method: 'GET', url: '/v1/orders/{id}', path: { id }, query }, options);
    }
    /**
     * Change a draft order
     *
     * What is absent stays; null empties a field. A draft that its store cancelled is meant all the same from then on,
     * whatever is changed, be it nothing: `storeCancelledAt` is null again, and it can be submitted. Anything but a
     * draft answers `order_not_editable`: withdraw it first.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The order with its new version.
     * @throws WaybillError `not_found`, `external_id_taken`, `order_not_editable`, `stale_version`
     */
    update(id: string, body: UpdateOrder, options?: RequestOptions): Promise<Answer<Order>> {
        return this.call({ method: 'PATCH', url: '/v1/orders/{id}', path: { id }, body }, options);
    }
    /**
     * Delete a draft order
     *
     * It is gone for good, its `externalId` free again. Anything but a draft answers `order_not_editable`: withdraw it
     * first.
     *
     * Allowed (`orders:write`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @throws WaybillError `not_found`, `order_not_editable`, `stale_version`
     */
    delete(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/orders/{id}', path: { id }, accept: '' }, options);
    }
    /**
     * Print the labels of several orders
     *
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128
     * that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes
     * smaller, then is cut. Takes up to 1000 `ids`, of which every one has to be there, or all that one import made.
     * One file holds 1000 labels; more answer `too_many_labels`.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns The labels as one PDF.
     * @throws WaybillError `not_found`
     */
    downloadLabels(body: OrderLabels, options?: RequestOptions): Download {
        return this.file({ method: 'POST', url: '/v1/orders/labels', body, accept: 'application/pdf' }, options);
    }
    /**
     * Print the labels of an order, one for each package
     *
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128
     * that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes
     * smaller, then is cut. One file holds 1000 labels; more answer `too_many_labels`. Print more packages in parts,
     * or one label again, with `from` and `to`.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The labels as a PDF.
     * @throws WaybillError `not_found`
     */
    downloadLabel(id: string, query?: DownloadOrderLabelQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/orders/{id}/label', path: { id }, query, accept: 'application/pdf' }, options);
    }
    /**
     * Download a list of orders as a file
     *
     * Takes the filters and the sort of the list, and writes all its pages. CSV and workbook have the columns of the
     * template, then what the order has become, under headers that begin with “Waybill” and that an import passes
     * over; text that a spreadsheet would run as a formula has an apostrophe before it. A connection that breaks off
     * has not given the whole file.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns The orders as a file.
     */
    export(query?: ExportOrdersQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/orders/export', query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/x-ndjson' }, options);
    }
    /**
     * Get the proof of many orders in one zip
     *
     * Filters are those of the list. Each order has a folder with its pictures, also those of earlier visits;
     * `manifest.json`, the last file, tells the chains, and which pictures could not be read. It is streamed while it
     * is made: one that breaks off has no end and is no zip. `npm run verify-proof -- FILE.zip` checks it without the
     * server.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @returns The zip.
     */
    downloadProofs(query?: DownloadOrderProofsQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/orders/proof-of-delivery.zip', query, accept: 'application/zip' }, options);
    }
    /**
     * How the last attempt ended, and its proof
     *
     * Before the first attempt `state` is `unattempted` and the rest empty. A later attempt replaces what is shown
     * here; `chain` keeps everything, and its end is told by events as `proofHash`, so that no proof can be exchanged
     * unseen.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns How the last attempt ended, its photos and signature, and the chain of proof.
     * @throws WaybillError `not_found`
     */
    getProofOfDelivery(id: string, options?: RequestOptions): Promise<Answer<ProofOfDelivery>> {
        return this.call({ method: 'GET', url: '/v1/orders/{id}/proof-of-delivery', path: { id } }, options);
    }
    /**
     * Get the proof of one order as a PDF
     *
     * For people: who took it, when and where, with the photos, the signature and the chain of proof. Notes that only
     * the organization sees are not in it.
     *
     * Allowed (`orders:read`): client: owner, admin, member.
     *
     * @param id Id of the order.
     * @returns The PDF.
     * @throws WaybillError `not_found`
     */
    downloadProof(id: string, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/orders/{id}/proof-of-delivery.pdf', path: { id }, accept: 'application/pdf' }, options);
    }
}
