/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateAttempt } from '../models/CreateAttempt';
import type { CreateClient } from '../models/CreateClient';
import type { CreateStop } from '../models/CreateStop';
import type { LabelSize } from '../models/LabelSize';
import type { OrderLabels } from '../models/OrderLabels';
import type { OrderSource } from '../models/OrderSource';
import type { ProofOfDelivery } from '../models/ProofOfDelivery';
import type { ReturnStop } from '../models/ReturnStop';
import type { Stop } from '../models/Stop';
import type { StopPage } from '../models/StopPage';
import type { StopStatus } from '../models/StopStatus';
import type { StopWithInvitation } from '../models/StopWithInvitation';
import type { UpdateStop } from '../models/UpdateStop';
import type { CancelablePromise } from '../core/CancelablePromise';
import { OpenAPI } from '../core/OpenAPI';
import { request as __request } from '../core/request';
export class StopsResource {
    /**
     * List stops; `assigned=false` are the unassigned ones
     * Everything that was submitted inside the organization, never a client’s drafts. With `near` the nearest come first, unless `sort` says otherwise.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns StopPage One page of stops, newest first, nearest first with `near`, or as `sort` says.
     * @throws ApiError
     */
    public static list({
        limit,
        cursor,
        assigned,
        status,
        depotId,
        clientId,
        clientCode,
        routeId,
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
        within,
        near,
        radiusMeters,
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
         * True: only stops on a route. False: only stops on none.
         */
        assigned?: boolean,
        /**
         * Only stops in these states; repeat it for several.
         */
        status?: Array<StopStatus>,
        /**
         * Only stops of this depot.
         */
        depotId?: string,
        /**
         * Only stops of this client.
         */
        clientId?: string,
        /**
         * Only stops of the client with this Client ID.
         */
        clientCode?: string,
        /**
         * Only stops on this route.
         */
        routeId?: string,
        /**
         * Only stops with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
         */
        q?: string,
        /**
         * Only stops that this import made.
         */
        importId?: string,
        /**
         * Only stops that came here this way.
         */
        source?: OrderSource,
        /**
         * Only stops with this `externalId`, in full.
         */
        externalId?: string,
        /**
         * Only stops not created before this moment.
         */
        createdFrom?: string,
        /**
         * Only stops not created after this moment.
         */
        createdTo?: string,
        /**
         * Only stops not put on their route before this moment.
         */
        scheduledFrom?: string,
        /**
         * Only stops not put on their route after this moment.
         */
        scheduledTo?: string,
        /**
         * Only stops not wanted before this day.
         */
        requestedFrom?: string,
        /**
         * Only stops not wanted after this day.
         */
        requestedTo?: string,
        /**
         * True: only stops that the store they came from cancelled. False: none of these.
         */
        storeCancelled?: boolean,
        /**
         * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
         */
        metadata?: Record<string, string>,
        /**
         * Only stops in this part of a map: its south, west, north and east in WGS-84 degrees with commas between them. With a west greater than the east it goes across the 180th meridian.
         */
        within?: string,
        /**
         * Only stops around this place: latitude and longitude in WGS-84 degrees with a comma between them. Without `sort` the nearest come first.
         */
        near?: string,
        /**
         * How far around `near`, in metres: 1 to 1 000 000, 50 000 by default. Default 50000.
         */
        radiusMeters?: number,
        /**
         * The order of the list; left out, the nearest first with `near`, else the newest first:
         *
         * - `createdAt`: Oldest first.
         * - `-createdAt`: Newest first.
         * - `updatedAt`: Longest unchanged first.
         * - `-updatedAt`: Last changed first.
         * - `requestedDate`: Wanted earliest first; those without a requested date come last.
         * - `-requestedDate`: Wanted latest first; those without a requested date come last.
         */
        sort?: 'createdAt' | '-createdAt' | 'updatedAt' | '-updatedAt' | 'requestedDate' | '-requestedDate',
    }): CancelablePromise<StopPage> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stops',
            query: {
                'limit': limit,
                'cursor': cursor,
                'assigned': assigned,
                'status': status,
                'depotId': depotId,
                'clientId': clientId,
                'clientCode': clientCode,
                'routeId': routeId,
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
                'within': within,
                'near': near,
                'radiusMeters': radiusMeters,
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
     * Add a stop, for a client or for nobody
     * It is unassigned at once, without a draft. With `clientCode` or `clientId` that client sees it in its portal with live status, even if it may not upload orders itself. An unknown `clientCode` is `validation_failed`, an archived client `client_archived`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop The new stop.
     * @throws ApiError
     */
    public static create({
        requestBody,
    }: {
        requestBody: CreateStop,
    }): CancelablePromise<Stop> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stops',
            body: requestBody,
            mediaType: 'application/json',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`malformed_json\`: The body is not valid JSON.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`client_archived\`: The client is archived. \`external_id_taken\`: Another order already has this Id. \`idempotency_in_flight\`: The first request with this key is still running.`,
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
     * Get a stop
     * The same order, under the same id, that its client sees, with `internalNotes` besides.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns Stop The stop.
     * @throws ApiError
     */
    public static get({
        id,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
    }): CancelablePromise<Stop> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stops/{id}',
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
     * Change a stop: its client, depot, address or notes
     * Everything of your own stops; of an order that a client submitted only these. Once it is out for delivery the answer is `stop_not_editable`. A client that it is taken from does not see it any more.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop The stop with its new version.
     * @throws ApiError
     */
    public static update({
        id,
        requestBody,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        requestBody: UpdateStop,
    }): CancelablePromise<Stop> {
        return __request(OpenAPI, {
            method: 'PATCH',
            url: '/v1/stops/{id}',
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
                409: `\`client_archived\`: The client is archived. \`external_id_taken\`: Another order already has this Id. \`stop_not_editable\`: The stop can no longer be changed.`,
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
     * Delete an unassigned stop
     * Its client loses it too: return it instead if the client should correct it. One that is on a route or was attempted answers `order_on_route`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public static delete({
        id,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'DELETE',
            url: '/v1/stops/{id}',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`order_on_route\`: The order is already on a route.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Add a client that a stop belongs to
     * Makes the client, as `POST /v1/clients` does, and gives it the stop, both or neither. Unless told it may not hand in orders itself and has the stop’s depot. Needs `stops:write` too. A stop that has a client answers `stop_has_client`; once it is out for delivery the answer is `stop_not_editable`.
     *
     * Allowed (`clients:write`): organization: owner, admin, dispatcher.
     * @returns StopWithInvitation The stop, which is the new client’s; with its invitation if one was asked for.
     * @throws ApiError
     */
    public static addClient({
        id,
        requestBody,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        requestBody: CreateClient,
    }): CancelablePromise<StopWithInvitation> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stops/{id}/client',
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
                409: `\`stop_has_client\`: The stop belongs to a client already. \`stop_not_editable\`: The stop can no longer be changed. \`idempotency_in_flight\`: The first request with this key is still running.`,
                412: `\`stale_version\`: The resource has changed since you read it.`,
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
     * Take a failed stop back among the unassigned ones
     * It leaves its route and waits for the next. Its proof is cleared; the timeline keeps the attempt. Any other stop answers `stop_not_reschedulable`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop The stop, which is unassigned again.
     * @throws ApiError
     */
    public static reschedule({
        id,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
    }): CancelablePromise<Stop> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stops/{id}/reschedule',
            path: {
                'id': id,
            },
            errors: {
                400: `\`validation_failed\`: The request is not valid.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`stop_not_reschedulable\`: Only failed stops can be rescheduled. \`idempotency_in_flight\`: The first request with this key is still running.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Return an unassigned stop to its client, as a draft with the reason
     * The client sees the reason, corrects the order and submits it again; until then you do not see it. On a route it answers `order_on_route`, without a client `stop_not_returnable`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns void
     * @throws ApiError
     */
    public static return({
        id,
        requestBody,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        requestBody: ReturnStop,
    }): CancelablePromise<void> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stops/{id}/return',
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
                409: `\`order_on_route\`: The order is already on a route. \`stop_not_returnable\`: The stop cannot be returned to its client. \`idempotency_in_flight\`: The first request with this key is still running.`,
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
     * Print the labels of several stops
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128 that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes smaller, then is cut. Takes up to 1000 `ids`, of which every one has to be there, or all that one import made. One file holds 1000 labels; more answer `too_many_labels`.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
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
            url: '/v1/stops/labels',
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
     * Print the labels of a stop, one for each package
     * One label for each package, with the recipient, the address, the notes, `1 of 3`, and a QR code and a Code 128 that both say the tracking code and the number of the package: `G7K2M-9QX4T-1`. Text that is too long becomes smaller, then is cut. One file holds 1000 labels; more answer `too_many_labels`. Print more packages in parts, or one label again, with `from` and `to`.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
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
         * Id of the stop, which is that of the order.
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
            url: '/v1/stops/{id}/label',
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
     * Download a list of stops as a file
     * Takes the filters and the sort of the list, and writes all its pages. CSV and workbook have the columns of the template, then what the stop has become, under headers that begin with “Waybill” and that an import passes over; text that a spreadsheet would run as a formula has an apostrophe before it. A connection that breaks off has not given the whole file.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns binary The stops as a file.
     * @throws ApiError
     */
    public static export({
        assigned,
        status,
        depotId,
        clientId,
        clientCode,
        routeId,
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
        within,
        near,
        radiusMeters,
        sort,
        format,
    }: {
        /**
         * True: only stops on a route. False: only stops on none.
         */
        assigned?: boolean,
        /**
         * Only stops in these states; repeat it for several.
         */
        status?: Array<StopStatus>,
        /**
         * Only stops of this depot.
         */
        depotId?: string,
        /**
         * Only stops of this client.
         */
        clientId?: string,
        /**
         * Only stops of the client with this Client ID.
         */
        clientCode?: string,
        /**
         * Only stops on this route.
         */
        routeId?: string,
        /**
         * Only stops with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
         */
        q?: string,
        /**
         * Only stops that this import made.
         */
        importId?: string,
        /**
         * Only stops that came here this way.
         */
        source?: OrderSource,
        /**
         * Only stops with this `externalId`, in full.
         */
        externalId?: string,
        /**
         * Only stops not created before this moment.
         */
        createdFrom?: string,
        /**
         * Only stops not created after this moment.
         */
        createdTo?: string,
        /**
         * Only stops not put on their route before this moment.
         */
        scheduledFrom?: string,
        /**
         * Only stops not put on their route after this moment.
         */
        scheduledTo?: string,
        /**
         * Only stops not wanted before this day.
         */
        requestedFrom?: string,
        /**
         * Only stops not wanted after this day.
         */
        requestedTo?: string,
        /**
         * True: only stops that the store they came from cancelled. False: none of these.
         */
        storeCancelled?: boolean,
        /**
         * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
         */
        metadata?: Record<string, string>,
        /**
         * Only stops in this part of a map: its south, west, north and east in WGS-84 degrees with commas between them. With a west greater than the east it goes across the 180th meridian.
         */
        within?: string,
        /**
         * Only stops around this place: latitude and longitude in WGS-84 degrees with a comma between them. Without `sort` the nearest come first.
         */
        near?: string,
        /**
         * How far around `near`, in metres: 1 to 1 000 000, 50 000 by default. Default 50000.
         */
        radiusMeters?: number,
        /**
         * The order of the list; left out, the nearest first with `near`, else the newest first:
         *
         * - `createdAt`: Oldest first.
         * - `-createdAt`: Newest first.
         * - `updatedAt`: Longest unchanged first.
         * - `-updatedAt`: Last changed first.
         * - `requestedDate`: Wanted earliest first; those without a requested date come last.
         * - `-requestedDate`: Wanted latest first; those without a requested date come last.
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
            url: '/v1/stops/export',
            query: {
                'assigned': assigned,
                'status': status,
                'depotId': depotId,
                'clientId': clientId,
                'clientCode': clientCode,
                'routeId': routeId,
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
                'within': within,
                'near': near,
                'radiusMeters': radiusMeters,
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
     * Add a photo or a signature to a stop
     * While the stop is out for delivery it belongs to the attempt that follows, afterwards to the last one. It is turned upright and encoded anew, without its EXIF data, so the place where it was taken is not in it. The same picture sent again is kept once. Each upload adds an entry to the stop’s `chain`. Up to 10 photos and 10 signatures a visit.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns ProofOfDelivery The proof of the visit with the new picture in it.
     * @throws ApiError
     */
    public static addProof({
        id,
        formData,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        formData: {
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
        },
    }): CancelablePromise<ProofOfDelivery> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stops/{id}/proof',
            path: {
                'id': id,
            },
            formData: formData,
            mediaType: 'multipart/form-data',
            errors: {
                400: `\`validation_failed\`: The request is not valid. \`upload_incomplete\`: The upload ended too early. \`picture_unreadable\`: The file is not a picture we take.`,
                401: `\`authentication_required\`: Sign in first. \`token_invalid\`: The token is not valid any more.`,
                403: `\`permission_denied\`: Your role does not allow this.`,
                404: `\`not_found\`: Not found.`,
                409: `\`stop_not_out_for_delivery\`: The stop is not out for delivery. \`proof_full\`: The visit has as much proof as one can hold. \`idempotency_in_flight\`: The first request with this key is still running.`,
                413: `\`too_large\`: The request is too large.`,
                415: `\`unsupported_media_type\`: This content type is not accepted here.`,
                422: `\`idempotency_mismatch\`: The idempotency key was used with another request.`,
                429: `\`too_many_at_once\`: Too many of these at once. \`rate_limited\`: Too many requests.`,
                500: `\`internal_error\`: Something went wrong on our side.`,
                503: `\`unavailable\`: Waybill cannot answer this right now. \`storage_read_only\`: Nothing can be stored at present.`,
                507: `\`insufficient_storage\`: There is no room left to store this.`,
            },
        });
    }
    /**
     * Get the proof of many stops in one zip
     * Filters are those of the list. Each order has a folder with its pictures, also those of earlier visits; `manifest.json`, the last file, tells the chains, and which pictures could not be read. It is streamed while it is made: one that breaks off has no end and is no zip. `npm run verify-proof -- FILE.zip` checks it without the server.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns binary The zip.
     * @throws ApiError
     */
    public static downloadProofs({
        assigned,
        status,
        depotId,
        clientId,
        clientCode,
        routeId,
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
        within,
        near,
        radiusMeters,
    }: {
        /**
         * True: only stops on a route. False: only stops on none.
         */
        assigned?: boolean,
        /**
         * Only stops in these states; repeat it for several.
         */
        status?: Array<StopStatus>,
        /**
         * Only stops of this depot.
         */
        depotId?: string,
        /**
         * Only stops of this client.
         */
        clientId?: string,
        /**
         * Only stops of the client with this Client ID.
         */
        clientCode?: string,
        /**
         * Only stops on this route.
         */
        routeId?: string,
        /**
         * Only stops with all of these words in their externalId, the recipient’s name, e-mail or phone, or the address. A phone number is found in any spelling; a tracking code, or an id, by its beginning. Up to 200 characters; of one or two letters only the beginning of a word is looked for.
         */
        q?: string,
        /**
         * Only stops that this import made.
         */
        importId?: string,
        /**
         * Only stops that came here this way.
         */
        source?: OrderSource,
        /**
         * Only stops with this `externalId`, in full.
         */
        externalId?: string,
        /**
         * Only stops not created before this moment.
         */
        createdFrom?: string,
        /**
         * Only stops not created after this moment.
         */
        createdTo?: string,
        /**
         * Only stops not put on their route before this moment.
         */
        scheduledFrom?: string,
        /**
         * Only stops not put on their route after this moment.
         */
        scheduledTo?: string,
        /**
         * Only stops not wanted before this day.
         */
        requestedFrom?: string,
        /**
         * Only stops not wanted after this day.
         */
        requestedTo?: string,
        /**
         * True: only stops that the store they came from cancelled. False: none of these.
         */
        storeCancelled?: boolean,
        /**
         * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
         */
        metadata?: Record<string, string>,
        /**
         * Only stops in this part of a map: its south, west, north and east in WGS-84 degrees with commas between them. With a west greater than the east it goes across the 180th meridian.
         */
        within?: string,
        /**
         * Only stops around this place: latitude and longitude in WGS-84 degrees with a comma between them. Without `sort` the nearest come first.
         */
        near?: string,
        /**
         * How far around `near`, in metres: 1 to 1 000 000, 50 000 by default. Default 50000.
         */
        radiusMeters?: number,
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stops/proof-of-delivery.zip',
            query: {
                'assigned': assigned,
                'status': status,
                'depotId': depotId,
                'clientId': clientId,
                'clientCode': clientCode,
                'routeId': routeId,
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
                'within': within,
                'near': near,
                'radiusMeters': radiusMeters,
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
     * How the last attempt at a stop ended, and its proof
     * The same that its client sees. `requiredProof` tells a driver’s program what to ask for. After a reschedule the pictures are those of the new visit; `chain` keeps the earlier ones.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns ProofOfDelivery How the last attempt ended, its pictures and the chain of proof.
     * @throws ApiError
     */
    public static getProofOfDelivery({
        id,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
    }): CancelablePromise<ProofOfDelivery> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stops/{id}/proof-of-delivery',
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
     * Get the proof of one stop as a PDF
     * For people: who took it, when and where, with the photos, the signature and the chain of proof. Notes that only the organization sees are not in it.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     * @returns binary The PDF.
     * @throws ApiError
     */
    public static downloadProof({
        id,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
    }): CancelablePromise<Blob> {
        return __request(OpenAPI, {
            method: 'GET',
            url: '/v1/stops/{id}/proof-of-delivery.pdf',
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
    /**
     * Record how a visit to a stop ended
     * The first attempt finishes the stop and moves the ETAs of those behind it. A later one corrects it. One that is older than the last, or is sent again, is kept and changes nothing. Before the route starts the answer is `stop_not_out_for_delivery`. A `delivered_…` state without the required photo, signature or name is `proof_missing`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     * @returns Stop The stop as it is after the attempt.
     * @throws ApiError
     */
    public static recordAttempt({
        id,
        requestBody,
    }: {
        /**
         * Id of the stop, which is that of the order.
         */
        id: string,
        requestBody: CreateAttempt,
    }): CancelablePromise<Stop> {
        return __request(OpenAPI, {
            method: 'POST',
            url: '/v1/stops/{id}/attempts',
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
                409: `\`stop_not_out_for_delivery\`: The stop is not out for delivery. \`proof_missing\`: The proof that is required is missing. \`idempotency_in_flight\`: The first request with this key is still running.`,
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
}
