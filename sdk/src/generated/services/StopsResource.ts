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
     * How many items the page may have: 1 to 200, 50 by default. Default 50.
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
     * Every submitted order of every client, and your own stops; never a client’s drafts.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @returns A page of stops.
     */
    list(query?: ListStopsQuery, options?: RequestOptions): PagePromise<StopPage> {
        return this.page({ method: 'GET', url: '/v1/stops', query }, options);
    }
    /**
     * Add a stop, for a client or for nobody
     *
     * Goes straight to the unassigned stops of its depot. One with a client shows in that client’s portal, whether it
     * may upload or not.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @returns The new stop, unassigned.
     * @throws WaybillError `not_found`, `client_archived`, `external_id_taken`
     */
    create(body: CreateStop, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'POST', url: '/v1/stops', body }, options);
    }
    /**
     * Get a stop
     *
     * It has the id of its order, and `internalNotes`, which clients never see.
     *
     * Allowed (`stops:read`): organization: owner, admin, dispatcher, viewer.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop as it is now.
     * @throws WaybillError `not_found`
     */
    get(id: string, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'GET', url: '/v1/stops/{id}', path: { id } }, options);
    }
    /**
     * Change a stop: its client, depot, address or notes
     *
     * Everything of your own stops; of an order that a client submitted only these.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop as it is now.
     * @throws WaybillError `not_found`, `client_archived`, `external_id_taken`, `stop_not_editable`, `stale_version`
     */
    update(id: string, body: UpdateStop, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'PATCH', url: '/v1/stops/{id}', path: { id }, body }, options);
    }
    /**
     * Delete an unassigned stop
     *
     * A stop on a route has to be taken off it first.
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
     * Its attempts stay on the timeline.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop, unassigned again.
     * @throws WaybillError `not_found`, `stop_not_reschedulable`
     */
    reschedule(id: string, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/reschedule', path: { id } }, options);
    }
    /**
     * Return an unassigned stop to its client, as a draft with the reason
     *
     * The client reads the reason on the order’s timeline, can correct the order and submit it again.
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
     * older than the last, or is sent again, is kept and changes nothing.
     *
     * Allowed (`stops:write`): organization: owner, admin, dispatcher.
     *
     * @param id Id of the stop, which is that of the order.
     * @returns The stop with the attempt.
     * @throws WaybillError `not_found`, `stop_not_out_for_delivery`
     */
    recordAttempt(id: string, body: CreateAttempt, options?: RequestOptions): Promise<Answer<Stop>> {
        return this.call({ method: 'POST', url: '/v1/stops/{id}/attempts', path: { id }, body }, options);
    }
}
