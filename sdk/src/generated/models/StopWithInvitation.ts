/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Activity } from './Activity.js';
import type { Address } from './Address.js';
import type { Delivery } from './Delivery.js';
import type { Eta } from './Eta.js';
import type { Invitation } from './Invitation.js';
import type { OrderRoute } from './OrderRoute.js';
import type { OrderSource } from './OrderSource.js';
import type { OrderStatus } from './OrderStatus.js';
import type { Recipient } from './Recipient.js';
import type { Timing } from './Timing.js';
/**
 * A stop, with the invitation of its new client.
 */
export type StopWithInvitation = {
    /**
     * Id of the order; as a stop it has the same.
     */
    id: string;
    /**
     * How far the order is.
     */
    status: OrderStatus;
    /**
     * Id of the client that the order belongs to; null for a stop of the organization’s own.
     */
    clientId: string | null;
    /**
     * How the order came here.
     */
    source: OrderSource;
    /**
     * Id of the import that made it; null for others.
     */
    importId: string | null;
    address: Address;
    recipient: Recipient;
    /**
     * When the stop may be visited, in the time zone of its depot, and how long it takes. Null where nothing is told.
     */
    timing: Timing | null;
    /**
     * What the driver should know. Null where there is none.
     */
    notes: string | null;
    /**
     * Size of the packages, in the client’s own words. Null where there is none.
     */
    size: string | null;
    /**
     * What happens at the stop.
     */
    activity: Activity;
    /**
     * The client’s own id of the order; unique among its orders. Null where there is none.
     */
    externalId: string | null;
    /**
     * How many packages.
     */
    packageCount: number;
    /**
     * Names of what is in the packages.
     */
    products: Array<string>;
    /**
     * The day on which the client wants it done, as YYYY-MM-DD. Null where there is none.
     */
    requestedDate: string | null;
    /**
     * Texts that the maker of the order keeps with it, by key.
     */
    metadata: Record<string, string>;
    /**
     * What its labels carry, for people to type: ten digits and letters of Crockford’s base 32, which has no I, L, O and U, parted in the middle. Never changes.
     */
    trackingCode: string;
    /**
     * Id of the depot from which it is delivered.
     */
    depotId: string;
    /**
     * Names of the fields that are required but empty; a submitted order has none.
     */
    missingFields: Array<string>;
    /**
     * Why the dispatcher gave it back, while it is a draft again; null else.
     */
    returnReason: string | null;
    /**
     * When the store that it came from cancelled it; null else.
     */
    storeCancelledAt: string | null;
    /**
     * The route it is on, and where; null while it is on none.
     */
    route: OrderRoute | null;
    /**
     * When the driver is expected; null until the route has started.
     */
    eta: Eta | null;
    /**
     * What happened at the stop; null while it is a draft.
     */
    delivery: Delivery | null;
    /**
     * Page on which the recipient can follow the order; null while it is a draft.
     */
    trackingUrl: string | null;
    /**
     * Counts the changes of the order; the `ETag` of a single order is made from it.
     */
    version: number;
    /**
     * When it was made.
     */
    createdAt: string;
    /**
     * When it last changed.
     */
    updatedAt: string;
    /**
     * When it was handed over; null while it is a draft.
     */
    submittedAt: string | null;
    /**
     * When it was put on its route; null while it is on none.
     */
    scheduledAt: string | null;
    /**
     * When its route started; null before.
     */
    outForDeliveryAt: string | null;
    /**
     * When it was delivered, collected or failed; null before.
     */
    completedAt: string | null;
    /**
     * Notes that only the organization sees; null for none.
     */
    internalNotes: string | null;
    /**
     * The invitation of its new client, where one was asked for.
     */
    invitation?: Invitation | undefined;
};
