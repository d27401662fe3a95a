/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CreateAttempt } from '../models/CreateAttempt.js';
import type { CreateStop } from '../models/CreateStop.js';
import type { ReturnStop } from '../models/ReturnStop.js';
import type { Stop } from '../models/Stop.js';
import type { StopPage } from '../models/StopPage.js';
import type { StopStatus } from '../models/StopStatus.js';
import type { UpdateStop } from '../models/UpdateStop.js';
import type { PagePromise } from '../../pages.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
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
     * Only stops on this route.
     */
    routeId?: string | undefined;
    /**
     * Only those with this text in the client’s own id, the recipient’s name, e-mail or phone, or the address; up to 200 characters.
     */
    q?: string | undefined;
    /**
     * Only stops not wanted before this day.
     */
    requestedFrom?: string | undefined;
    /**
     * Only stops not wanted after this day.
     */
    requestedTo?: string | undefined;
    /**
     * Only those whose metadata has these texts in full: `metadata[key]=value`, up to 5 of them.
     */
    metadata?: Record<string, string> | undefined;
    /**
     * Only stops around this place, nearest first: latitude and longitude in WGS-84 degrees with a comma between them.
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
     * first.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns One page of stops, newest first, or nearest first with `near`.
     */
    list(query?: ListStopsQuery, options?: RequestOptions): PagePromise<StopPage> {
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
    get(id: string, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'GET', url: '/v1/stops/{id}', path: { id } }, options);
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
     * Record how a visit to a stop ended
     *
     * The first attempt finishes the stop and moves the ETAs of those behind it. A later one corrects it. One that is
     * older than the last, or is sent again, is kept and changes nothing. Before the route starts the answer is
     * `stop_not_out_for_delivery`.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop as it is after the attempt.
     * @throws WaybillError `not_found`, `stop_not_out_for_delivery`
     */
    recordAttempt(id: string, body: CreateAttempt, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/attempts', path: { id }, body }, options);
    }
}
