/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Activity } from './Activity.js';
import type { Address } from './Address.js';
import type { Delivery } from './Delivery.js';
import type { Eta } from './Eta.js';
import type { OrderRoute } from './OrderRoute.js';
import type { OrderSource } from './OrderSource.js';
import type { OrderStatus } from './OrderStatus.js';
import type { Recipient } from './Recipient.js';
import type { Timing } from './Timing.js';
/**
 * An order, with the properties that `fields` asked for.
 */
export type SparseOrder = {
    /**
     * Id of the order; as a stop it has the same.
     */
    id: string;
    /**
     * How far the order is.
     */
    status?: OrderStatus | undefined;
    /**
     * Id of the client that the order belongs to; null for a stop of the organization’s own.
     */
    clientId?: string | null | undefined;
    /**
     * How the order came here.
     */
    source?: OrderSource | undefined;
    /**
     * Id of the import that made it; null for others.
     */
    importId?: string | null | undefined;
    address?: Address | undefined;
    recipient?: Recipient | undefined;
    /**
     * When the stop may be visited, in the time zone of its depot, and how long it takes. Null where nothing is told.
     */
    timing?: Timing | null | undefined;
    /**
     * What the driver should know. Null where there is none.
     */
    notes?: string | null | undefined;
    /**
     * Size of the packages, in the client’s own words. Null where there is none.
     */
    size?: string | null | undefined;
    /**
     * What happens at the stop.
     */
    activity?: Activity | undefined;
    /**
     * The client’s own id of the order; unique among its orders. Null where there is none.
     */
    externalId?: string | null | undefined;
    /**
     * How many packages.
     */
    packageCount?: number | undefined;
    /**
     * Names of what is in the packages.
     */
    products?: Array<string> | undefined;
    /**
     * The day on which the client wants it done, as YYYY-MM-DD. Null where there is none.
     */
    requestedDate?: string | null | undefined;
    /**
     * Texts that the maker of the order keeps with it, by key.
     */
    metadata?: Record<string, string> | undefined;
    /**
     * What its labels carry, for people to type: ten digits and letters of Crockford’s base 32, which has no I, L, O and U, parted in the middle. Never changes.
     */
    trackingCode?: string | undefined;
    /**
     * Id of the depot from which it is delivered.
     */
    depotId?: string | undefined;
    /**
     * Names of the fields that are required but empty; a submitted order has none.
     */
    missingFields?: Array<string> | undefined;
    /**
     * Why the dispatcher gave it back, while it is a draft again; null else.
     */
    returnReason?: string | null | undefined;
    /**
     * When the store that it came from cancelled it; null else.
     */
    storeCancelledAt?: string | null | undefined;
    /**
     * The route it is on, and where; null while it is on none.
     */
    route?: OrderRoute | null | undefined;
    /**
     * When the driver is expected; null until the route has started.
     */
    eta?: Eta | null | undefined;
    /**
     * What happened at the stop; null while it is a draft.
     */
    delivery?: Delivery | null | undefined;
    /**
     * Page on which the recipient can follow the order; null while it is a draft.
     */
    trackingUrl?: string | null | undefined;
    /**
     * Counts the changes of the order; the `ETag` of a single order is made from it.
     */
    version?: number | undefined;
    /**
     * When it was made.
     */
    createdAt?: string | undefined;
    /**
     * When it last changed.
     */
    updatedAt?: string | undefined;
    /**
     * When it was handed over; null while it is a draft.
     */
    submittedAt?: string | null | undefined;
    /**
     * When it was put on its route; null while it is on none.
     */
    scheduledAt?: string | null | undefined;
    /**
     * When its route started; null before.
     */
    outForDeliveryAt?: string | null | undefined;
    /**
     * When it was delivered, collected or failed; null before.
     */
    completedAt?: string | null | undefined;
};
