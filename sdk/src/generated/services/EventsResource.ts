/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventPage } from '../models/EventPage.js';
import type { EventType } from '../models/EventType.js';
import type { EventTypeList } from '../models/EventTypeList.js';
import type { PagePromise } from '../../pages.js';
import type { Download } from '../../files/download.js';
import type { Answer } from '../../transport/response-info.js';
import type { RequestOptions } from '../../options.js';
import { Resource } from '../../resource.js';
export interface ListEventsQuery {
    /**
     * Only events of these types; repeat it for several. Of types that you may not read there are none.
     */
    types?: Array<EventType> | undefined;
    /**
     * Only events of this order.
     */
    orderId?: string | undefined;
    /**
     * Id of the last event you know; the answer begins with the next one. Left out, or all zeros: with the oldest that is kept.
     */
    after?: string | undefined;
    /**
     * How many items the page may have: 1 to 200. Default 50.
     */
    limit?: number | undefined;
    /**
     * The `nextCursor` of the page before, unchanged and with the same filters. Left out: the first page.
     */
    cursor?: string | undefined;
}
export interface StreamEventsQuery {
    /**
     * Only events of these types; repeat it for several. Of types that you may not read there are none.
     */
    types?: Array<EventType> | undefined;
    /**
     * Only events of this order.
     */
    orderId?: string | undefined;
    /**
     * The same as the header `Last-Event-ID`, which wins where both are given.
     */
    after?: string | undefined;
}
export class EventsResource extends Resource {
    /**
     * What happened, oldest first
     *
     * Nothing is left out and nothing comes twice. At the end `nextCursor` is null: ask again later with the id of the
     * last event as `after`. Types that your role or key may not read are left out: those of orders need `stops:read`
     * or, of a client, `orders:read`, and `client.activated` needs `clients:read` of an organization. The order is
     * that of the changes as readers may rely on it, not that of `createdAt`: what began earlier may come later.
     *
     * Allowed (`events:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns One page of events, oldest first.
     * @throws WaybillError `cursor_expired`
     */
    list(query?: ListEventsQuery, options?: RequestOptions): PagePromise<EventPage> {
        return this.page({ method: 'GET', url: '/v1/events', query }, options);
    }
    /**
     * What happens, as it happens
     *
     * The same events as server-sent events (`text/event-stream`), each with its `id`, its type as `event` and itself
     * as JSON in `data`. The stream begins now, or after the event in `Last-Event-ID`, which browsers and other
     * clients send by themselves when they connect again. The first message has only the `id` of where it begins: what
     * is done after it is told. It ends when the access token expires, when the caller loses its access, when the
     * server stops, and for readers that take nothing for a while: connect again then, and nothing is missed. A
     * comment comes every 15 seconds, so that a lost connection is noticed. The `EventSource` of browsers cannot send
     * `Authorization`: read the stream by `fetch`, or by `events.stream()` of the SDK.
     *
     * Allowed (`events:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns Events, without end.
     * @throws WaybillError `cursor_expired`
     */
    openStream(query?: StreamEventsQuery, options?: RequestOptions): Download {
        return this.file({ method: 'GET', url: '/v1/events/stream', query, accept: 'text/event-stream' }, options);
    }
    /**
     * List the types of events
     *
     * What each means and carries in `data`, in the feed, on streams and in webhooks alike.
     *
     * Allowed (`events:read`): organization: owner, admin, dispatcher, viewer; client: owner, admin, member.
     *
     * @returns Every type of event.
     */
    listTypes(options?: RequestOptions): Promise<Answer<EventTypeList>> {
        return this.call({ method: 'GET', url: '/v1/event-types' }, options);
    }
}
