/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateAttempt } from '../models/CreateAttempt.js';
import type { CreateClient } from '../models/CreateClient.js';
import type { CreateStop } from '../models/CreateStop.js';
import type { LabelSize } from '../models/LabelSize.js';
import type { OrderLabels } from '../models/OrderLabels.js';
import type { OrderSort } from '../models/OrderSort.js';
import type { OrderSource } from '../models/OrderSource.js';
import type { ProofOfDelivery } from '../models/ProofOfDelivery.js';
import type { ReturnStop } from '../models/ReturnStop.js';
import type { Stop } from '../models/Stop.js';
import type { StopPage } from '../models/StopPage.js';
import type { StopProperty } from '../models/StopProperty.js';
import type { StopStatus } from '../models/StopStatus.js';
import type { StopWithInvitation } from '../models/StopWithInvitation.js';
import type { UpdateStop } from '../models/UpdateStop.js';
import type { Page, PagePromise } from '../../pages.js';
import type { Download } from '../../files/download.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
import type { Sparse } from '../../sparse.js';
export interface ListStopsQuery {
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
    /**
     * True: only stops on a route. False: only stops on none.
     */
    assigned?: boolean | undefined;
    /**
     * Only stops in these states; repeat it for several.
     */
    status?: Array<StopStatus> | undefined;
    /**
     * Only stops of this depot.
     */
    depotId?: string | undefined;
    /**
     * Only stops of this client.
     */
    clientId?: string | undefined;
    /**
     * Only stops of the client with this Client ID.
     */
    clientCode?: string | undefined;
    /**
     * Only stops on this route.
     */
    routeId?: string | undefined;
    /**
     * Only stops with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
     */
    q?: string | undefined;
    /**
     * Only stops that this import made.
     */
    importId?: string | undefined;
    /**
     * Only stops that came here this way.
     */
    source?: OrderSource | undefined;
    /**
     * Only stops with this `externalId`, in full.
     */
    externalId?: string | undefined;
    /**
     * Only stops not created before this moment.
     */
    createdFrom?: string | undefined;
    /**
     * Only stops not created after this moment.
     */
    createdTo?: string | undefined;
    /**
     * Only stops not put on their route before this moment.
     */
    scheduledFrom?: string | undefined;
    /**
     * Only stops not put on their route after this moment.
     */
    scheduledTo?: string | undefined;
    /**
     * Only stops not wanted before this day.
     */
    requestedFrom?: string | undefined;
    /**
     * Only stops not wanted after this day.
     */
    requestedTo?: string | undefined;
    /**
     * True: only stops that the store they came from cancelled. False: none of these.
     */
    storeCancelled?: boolean | undefined;
    /**
     * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
     */
    metadata?: Record<string, string> | undefined;
    /**
     * Only stops in this part of a map: its south, west, north and east in WGS-84 degrees with commas between them. With a west greater than the east it goes across the 180th meridian.
     */
    within?: string | undefined;
    /**
     * Only stops around this place: latitude and longitude in WGS-84 degrees with a comma between them. Without `sort` the nearest come first.
     */
    near?: string | undefined;
    /**
     * How far around `near`, in metres: 1 to 1 000 000, 50 000 by default. Default 50000.
     */
    radiusMeters?: number | undefined;
    /**
     * The order of the list; left out, the nearest first with `near`, else the newest first.
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
export interface DownloadStopLabelQuery {
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
export interface ExportStopsQuery {
    /**
     * True: only stops on a route. False: only stops on none.
     */
    assigned?: boolean | undefined;
    /**
     * Only stops in these states; repeat it for several.
     */
    status?: Array<StopStatus> | undefined;
    /**
     * Only stops of this depot.
     */
    depotId?: string | undefined;
    /**
     * Only stops of this client.
     */
    clientId?: string | undefined;
    /**
     * Only stops of the client with this Client ID.
     */
    clientCode?: string | undefined;
    /**
     * Only stops on this route.
     */
    routeId?: string | undefined;
    /**
     * Only stops with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
     */
    q?: string | undefined;
    /**
     * Only stops that this import made.
     */
    importId?: string | undefined;
    /**
     * Only stops that came here this way.
     */
    source?: OrderSource | undefined;
    /**
     * Only stops with this `externalId`, in full.
     */
    externalId?: string | undefined;
    /**
     * Only stops not created before this moment.
     */
    createdFrom?: string | undefined;
    /**
     * Only stops not created after this moment.
     */
    createdTo?: string | undefined;
    /**
     * Only stops not put on their route before this moment.
     */
    scheduledFrom?: string | undefined;
    /**
     * Only stops not put on their route after this moment.
     */
    scheduledTo?: string | undefined;
    /**
     * Only stops not wanted before this day.
     */
    requestedFrom?: string | undefined;
    /**
     * Only stops not wanted after this day.
     */
    requestedTo?: string | undefined;
    /**
     * True: only stops that the store they came from cancelled. False: none of these.
     */
    storeCancelled?: boolean | undefined;
    /**
     * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
     */
    metadata?: Record<string, string> | undefined;
    /**
     * Only stops in this part of a map: its south, west, north and east in WGS-84 degrees with commas between them. With a west greater than the east it goes across the 180th meridian.
     */
    within?: string | undefined;
    /**
     * Only stops around this place: latitude and longitude in WGS-84 degrees with a comma between them. Without `sort` the nearest come first.
     */
    near?: string | undefined;
    /**
     * How far around `near`, in metres: 1 to 1 000 000, 50 000 by default. Default 50000.
     */
    radiusMeters?: number | undefined;
    /**
     * The order of the list; left out, the nearest first with `near`, else the newest first.
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
export interface AddProofForm {
    /**
     * The picture: JPEG, PNG or WebP by its content, up to 10 MiB and 50 million pixels.
     */
    file: Blob;
    /**
     * What a picture shows:
     *
     * - `photo`: A photo of the packages, the door, or whatever shows the delivery.
     * - `signature`: The signature of who took the packages; of several the last one counts.
     */
    kind: 'photo' | 'signature';
}
export interface DownloadStopProofsQuery {
    /**
     * True: only stops on a route. False: only stops on none.
     */
    assigned?: boolean | undefined;
    /**
     * Only stops in these states; repeat it for several.
     */
    status?: Array<StopStatus> | undefined;
    /**
     * Only stops of this depot.
     */
    depotId?: string | undefined;
    /**
     * Only stops of this client.
     */
    clientId?: string | undefined;
    /**
     * Only stops of the client with this Client ID.
     */
    clientCode?: string | undefined;
    /**
     * Only stops on this route.
     */
    routeId?: string | undefined;
    /**
     * Only stops with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
     */
    q?: string | undefined;
    /**
     * Only stops that this import made.
     */
    importId?: string | undefined;
    /**
     * Only stops that came here this way.
     */
    source?: OrderSource | undefined;
    /**
     * Only stops with this `externalId`, in full.
     */
    externalId?: string | undefined;
    /**
     * Only stops not created before this moment.
     */
    createdFrom?: string | undefined;
    /**
     * Only stops not created after this moment.
     */
    createdTo?: string | undefined;
    /**
     * Only stops not put on their route before this moment.
     */
    scheduledFrom?: string | undefined;
    /**
     * Only stops not put on their route after this moment.
     */
    scheduledTo?: string | undefined;
    /**
     * Only stops not wanted before this day.
     */
    requestedFrom?: string | undefined;
    /**
     * Only stops not wanted after this day.
     */
    requestedTo?: string | undefined;
    /**
     * True: only stops that the store they came from cancelled. False: none of these.
     */
    storeCancelled?: boolean | undefined;
    /**
     * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
     */
    metadata?: Record<string, string> | undefined;
    /**
     * Only stops in this part of a map: its south, west, north and east in WGS-84 degrees with commas between them. With a west greater than the east it goes across the 180th meridian.
     */
    within?: string | undefined;
    /**
     * Only stops around this place: latitude and longitude in WGS-84 degrees with a comma between them. Without `sort` the nearest come first.
     */
    near?: string | undefined;
    /**
     * How far around `near`, in metres: 1 to 1 000 000, 50 000 by default. Default 50000.
     */
    radiusMeters?: number | undefined;
}
export class StopsResource extends Resource {
    /**
     * List stops; `assigned=false` are the unassigned ones
     *
     * Everything that was submitted inside the organization, never a client’s drafts. With `near` the nearest come
     * first, unless `sort` says otherwise.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of stops, newest first, nearest first with `near`, or as `sort` says.
     */
    list<const Fields extends Readonly<Array<StopProperty>>>(query: ListStopsQuery & { /** Only these properties, and `id`; repeat it for several: `fields=status&fields=eta`. Left out: all of them. */ fields: Fields }, options?: RequestOptions): PagePromise<Page<Sparse<StopPage['items'][number], Fields>>>;
    /**
     * List stops; `assigned=false` are the unassigned ones
     *
     * Everything that was submitted inside the organization, never a client’s drafts. With `near` the nearest come
     * first, unless `sort` says otherwise.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of stops, newest first, nearest first with `near`, or as `sort` says.
     */
    list(query?: ListStopsQuery & { fields?: never | undefined }, options?: RequestOptions): PagePromise<StopPage>;
    list(query?: ListStopsQuery & { fields?: Readonly<Array<StopProperty>> | undefined }, options?: RequestOptions): PagePromise<StopPage> {
        return this.page({ method: 'GET', url: '/v1/stops', query }, options);
    }
    /**
     * Add a stop, for a client or for nobody
     *
     * It is unassigned at once, without a draft. With `clientCode` or `clientId` that client sees it in its portal
     * with live status, even if it may not upload orders itself. An unknown `clientCode` is `validation_failed`, an
     * archived client `client_archived`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @returns The new stop.
     * @throws WaybillError `not_found`, `client_archived`, `external_id_taken`
     */
    create(body: CreateStop, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'POST', url: '/v1/stops', body }, options);
    }
    /**
     * Get a stop
     *
     * The same order, under the same id, that its client sees, with `internalNotes` besides.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop.
     * @throws WaybillError `not_found`
     */
    get<const Fields extends Readonly<Array<StopProperty>>>(id: string, query: { /** Only these properties, and `id`; repeat it for several: `fields=status&fields=eta`. Left out: all of them. */ fields: Fields }, options?: RequestOptions): Promise<Answer<Sparse<Stop, Fields>>>;
    /**
     * Get a stop
     *
     * The same order, under the same id, that its client sees, with `internalNotes` besides.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop.
     * @throws WaybillError `not_found`
     */
    get(id: string, query?: { fields?: never | undefined }, options?: RequestOptions): Promise<Answer<Stop>>;
    get(id: string, query?: { fields?: Readonly<Array<StopProperty>> | undefined }, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'GET', url: '/v1/stops/{id}', path: { id }, query }, options);
    }
    /**
     * Change a stop: its client, depot, address or notes
     *
     * Everything of your own stops; of an order that a client submitted only these. Once it is out for delivery the
     * answer is `stop_not_editable`. A client that it is taken from does not see it any more.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop with its new version.
     * @throws WaybillError `not_found`, `client_archived`, `external_id_taken`, `stop_not_editable`, `stale_version`
     */
    update(id: string, body: UpdateStop, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'PATCH', url: '/v1/stops/{id}', path: { id }, body }, options);
    }
    /**
     * Delete an unassigned stop
     *
     * Its client loses it too: return it instead if the client should correct it. One that is on a route or was
     * attempted answers `order_on_route`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @throws WaybillError `not_found`, `order_on_route`, `stale_version`
     */
    delete(id: string, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'DELETE', url: '/v1/stops/{id}', path: { id }, accept: '' }, options);
    }
    /**
     * Add a client that a stop belongs to
     *
     * Makes the client, as `POST /v1/clients` does, and gives it the stop, both or neither. Unless told it may not
     * hand in orders itself and has the stop’s depot. Needs `stops:write` too. A stop that has a client answers
     * `stop_has_client`; once it is out for delivery the answer is `stop_not_editable`.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop, which is the new client’s; with its invitation if one was asked for.
     * @throws WaybillError `not_found`, `stop_has_client`, `stop_not_editable`, `stale_version`
     */
    addClient(id: string, body: CreateClient, options?: RequestOptions): Promise<Answer<StopWithInvitation>> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/client', path: { id }, body }, options);
    }
    /**
     * Take a failed stop back among the unassigned ones
     *
     * It leaves its route and waits for the next. Its proof is cleared; the timeline keeps the attempt. Any other stop
     * answers `stop_not_reschedulable`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop, which is unassigned again.
     * @throws WaybillError `not_found`, `stop_not_reschedulable`
     */
    reschedule(id: string, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/reschedule', path: { id } }, options);
    }
    /**
     * Return an unassigned stop to its client, as a draft with the reason
     *
     * The client sees the reason, corrects the order and submits it again; until then you do not see it. On a route it
     * answers `order_on_route`, without a client `stop_not_returnable`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @throws WaybillError `not_found`, `order_on_route`, `stop_not_returnable`
     */
    return(id: string, body: ReturnStop, options?: RequestOptions): Promise<void> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/return', path: { id }, body, accept: '' }, options);
    }
    /**
     * Print the labels of several stops
     *
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128
     * that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes
     * smaller, then is cut. Takes up to 1000 `ids`, of which every one has to be there, or all that one import made.
     * One file holds 1000 labels; more answer `too_many_labels`.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns The labels as one PDF.
     * @throws WaybillError `not_found`
     */
    downloadLabels(body: OrderLabels, options?: RequestOptions): Download {
        return this.file({ method: 'POST', url: '/v1/stops/labels', body, accept: 'application/pdf' }, options);
    }
    /**
     * Print the labels of a stop, one for each package
     *
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128
     * that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes
     * smaller, then is cut. One file holds 1000 labels; more answer `too_many_labels`. Print more packages in parts,
     * or one label again, with `from` and `to`.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The labels as a PDF.
     * @throws WaybillError `not_found`
     */
    downloadLabel(id: string, query?: DownloadStopLabelQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/stops/{id}/label', path: { id }, query, accept: 'application/pdf' }, options);
    }
    /**
     * Download a list of stops as a file
     *
     * Takes the filters and the sort of the list, and writes all its pages. CSV and workbook have the columns of the
     * template, then what the stop has become, under headers that begin with “Waybill” and that an import passes over;
     * text that a spreadsheet would run as a formula has an apostrophe before it. A connection that breaks off has not
     * given the whole file.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns The stops as a file.
     */
    export(query?: ExportStopsQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/stops/export', query, accept: 'text/csv, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/x-ndjson' }, options);
    }
    /**
     * Add a photo or a signature to a stop
     *
     * While the stop is out for delivery it belongs to the attempt that follows, afterwards to the last one. It is
     * turned upright and encoded anew, without its EXIF data, so the place where it was taken is not in it. The same
     * picture sent again is kept once. Each upload adds an entry to the stop’s `chain`. Up to 10 photos and 10
     * signatures a visit.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The proof of the visit with the new picture in it.
     * @throws WaybillError `not_found`, `stop_not_out_for_delivery`, `proof_full`
     */
    addProof(id: string, body: AddProofForm, options?: RequestOptions): Promise<Answer<ProofOfDelivery>> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/proof', path: { id }, formData: body }, options);
    }
    /**
     * Get the proof of many stops in one zip
     *
     * Filters are those of the list. Each order has a folder with its pictures, also those of earlier visits;
     * `manifest.json`, the last file, tells the chains, and which pictures could not be read. It is streamed while it
     * is made: one that breaks off has no end and is no zip. `npm run verify-proof -- FILE.zip` checks it without the
     * server.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns The zip.
     */
    downloadProofs(query?: DownloadStopProofsQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/stops/proof-of-delivery.zip', query, accept: 'application/zip' }, options);
    }
    /**
     * How the last attempt at a stop ended, and its proof
     *
     * The same that its client sees. `requiredProof` tells a driver’s program what to ask for. After a reschedule the
     * pictures are those of the new visit; `chain` keeps the earlier ones.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns How the last attempt ended, its pictures and the chain of proof.
     * @throws WaybillError `not_found`
     */
    getProofOfDelivery(id: string, options?: RequestOptions): Promise<Answer<ProofOfDelivery>> {
        return this.call({ method: 'GET', url: '/v1/stops/{id}/proof-of-delivery', path: { id } }, options);
    }
    /**
     * Get the proof of one stop as a PDF
     *
     * For people: who took it, when and where, with the photos, the signature and the chain of proof. Notes that only
     * the organization sees are not in it.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The PDF.
     * @throws WaybillError `not_found`
     */
    downloadProof(id: string, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/stops/{id}/proof-of-delivery.pdf', path: { id }, accept: 'application/pdf' }, options);
    }
    /**
     * Record how a visit to a stop ended
     *
     * The first attempt finishes the stop and moves the ETAs of those behind it. A later one corrects it. One that is
     * older than the last, or is sent again, is kept and changes nothing. Before the route starts the answer is
     * `stop_not_out_for_delivery`. A `delivered_…` state without the required photo, signature or name is
     * `proof_missing`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop as it is after the attempt.
     * @throws WaybillError `not_found`, `stop_not_out_for_delivery`, `proof_missing`
     */
    recordAttempt(id: string, body: CreateAttempt, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/attempts', path: { id }, body }, options);
    }
}
