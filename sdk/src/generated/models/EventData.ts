/* generated from the OpenAPI document -- do not edit */
/**
 * What these carry: `order.submitted`, `order.withdrawn`. Fields may be added.
 */
export interface OrderSubmittedData {
    /**
     * The order’s status now.
     */
    status: string;
}
/**
 * What these carry: `order.scheduled`, `order.unscheduled`, `order.out_for_delivery`, `order.eta_changed`. Fields may
 * be added.
 */
export interface OrderScheduledData {
    /**
     * The route.
     */
    routeId: string;
    /**
     * What the dispatcher calls the route.
     */
    routeTitle: string;
    /**
     * The stop’s place on the route, from 1.
     */
    position: number;
    /**
     * When it is expected, and the window around it.
     */
    eta?: {
        estimatedAt: string;
        earliestAt: string;
        latestAt: string;
    } | undefined;
}
/**
 * What these carry: `order.delivered`, `order.picked_up`, `order.failed`. Fields may be added.
 */
export interface OrderDeliveredData {
    /**
     * The route of the attempt; null where it had none.
     */
    routeId: string | null;
    /**
     * How the attempt ended, as in `delivery.state` of the order.
     */
    state: string;
    /**
     * When it was attempted.
     */
    attemptedAt: string;
    /**
     * The previous attempt’s result, where this one corrects it.
     */
    corrected?: string | undefined;
    /**
     * The end of the order’s chain of proof. Attempts before there were chains have none.
     */
    proofHash?: string | undefined;
}
/**
 * What these carry: `order.store_cancelled`, `order.store_fulfillment_failed`, `order.erased`,
 * `integration.disconnected`. Fields may be added.
 */
export interface OrderStoreCancelledData {
    /**
     * `shopify`.
     */
    provider: string;
    /**
     * The store’s name: its domain at the provider.
     */
    shop: string;
    /**
     * Why, in plain words, where there is a reason.
     */
    reason?: string | undefined;
}
/**
 * What these carry: `import.progressed`, `import.completed`. Fields may be added.
 */
export interface ImportProgressedData {
    /**
     * The import.
     */
    importId: string;
    /**
     * The import’s status now.
     */
    status: string;
    /**
     * Rows of the file; null while nobody knows.
     */
    rowsTotal: number | null;
    /**
     * Rows read so far.
     */
    rowsProcessed: number;
    /**
     * Rows that became orders, or parts of orders.
     */
    rowsImported: number;
    /**
     * Orders made or changed.
     */
    ordersImported: number;
    /**
     * Rows with errors.
     */
    rowsRejected: number;
    /**
     * Rows that were there already.
     */
    rowsSkipped: number;
}
/** What each type of event carries in its `data`. Fields may be added. */
export interface EventDataByType {
    /**
     * The first person of a client signed up.
     */
    'client.activated': {
        /**
         * The short code by which dispatchers name the client.
         */
        clientCode?: string | null | undefined;
    };
    /**
     * An order was made, by hand, by a program or from a spreadsheet.
     */
    'order.created': {
        /**
         * The order’s status.
         */
        status?: string | undefined;
        /**
         * Where it came from, as in `source` of the order.
         */
        source?: string | undefined;
        /**
         * The import that did it, where one did.
         */
        importId?: string | undefined;
    };
    /**
     * What it says was changed; `fields` names what.
     */
    'order.updated': {
        /**
         * The fields that were changed.
         */
        fields: Array<string>;
        /**
         * The import that did it, where one did.
         */
        importId?: string | undefined;
    };
    /**
     * Its client handed it over.
     */
    'order.submitted': OrderSubmittedData;
    /**
     * It was taken back: by its client, or because the store it came from cancelled it.
     */
    'order.withdrawn': OrderSubmittedData;
    /**
     * It was put on a route.
     */
    'order.scheduled': OrderScheduledData;
    /**
     * It was taken off its route.
     */
    'order.unscheduled': OrderScheduledData;
    /**
     * Its route started; `eta` says when it is expected.
     */
    'order.out_for_delivery': OrderScheduledData;
    /**
     * It is expected at another time.
     */
    'order.eta_changed': OrderScheduledData;
    /**
     * It was delivered.
     */
    'order.delivered': OrderDeliveredData;
    /**
     * It was picked up.
     */
    'order.picked_up': OrderDeliveredData;
    /**
     * The attempt failed; `state` says why.
     */
    'order.failed': OrderDeliveredData;
    /**
     * A photo or a signature was uploaded.
     */
    'order.proof_added': {
        /**
         * The picture.
         */
        proofId: string;
        /**
         * `photo` or `signature`.
         */
        kind: string;
        /**
         * The end of the order’s chain of proof.
         */
        proofHash: string;
    };
    /**
     * After a failed attempt it waits for another route.
     */
    'order.rescheduled': {
        /**
         * The route it was on.
         */
        routeId: string | null;
        /**
         * How the failed attempt ended.
         */
        state: string | null;
    };
    /**
     * The dispatcher gave it back to its client; `reason` says why.
     */
    'order.returned': {
        /**
         * Why, in the dispatcher’s words.
         */
        reason: string;
    };
    /**
     * It was deleted.
     */
    'order.deleted': {
        /**
         * The import that did it, where one did.
         */
        importId?: string | undefined;
    };
    /**
     * The store it came from cancelled it.
     */
    'order.store_cancelled': OrderStoreCancelledData;
    /**
     * The store it came from changed it, or has nothing left to send of it, and the order stayed as it is: it was
     * handed over already, or people had changed it too.
     */
    'order.store_changed': {
        /**
         * `shopify`.
         */
        provider: string;
        /**
         * The store’s name: its domain at the provider.
         */
        shop: string;
        /**
         * The fields of the order that the store has otherwise now, by their paths.
         */
        fields: Array<string>;
        /**
         * Whether the store has nothing left to send of it.
         */
        nothingLeft: boolean;
    };
    /**
     * It was marked as fulfilled in the store it came from.
     */
    'order.store_fulfilled': {
        /**
         * `shopify`.
         */
        provider: string;
        /**
         * The store’s name: its domain at the provider.
         */
        shop: string;
        /**
         * Whether the store told its customer.
         */
        notified: boolean;
    };
    /**
     * It could not be marked as fulfilled in the store it came from, or was, and its delivery has been corrected
     * since; `reason` says which, and what to do.
     */
    'order.store_fulfillment_failed': OrderStoreCancelledData;
    /**
     * What was personal in it was erased, as privacy law asks; `reason` says who asked for it.
     */
    'order.erased': OrderStoreCancelledData;
    /**
     * A store was connected.
     */
    'integration.connected': {
        /**
         * `shopify`.
         */
        provider: string;
        /**
         * The store’s name: its domain at the provider.
         */
        shop: string;
    };
    /**
     * A store was disconnected; `reason` says how it came about.
     */
    'integration.disconnected': OrderStoreCancelledData;
    /**
     * A spreadsheet is being read.
     */
    'import.progressed': ImportProgressedData;
    /**
     * A spreadsheet was read to its end, well or not.
     */
    'import.completed': ImportProgressedData;
}
