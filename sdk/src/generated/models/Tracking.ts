/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Activity } from './Activity.js';
import type { Eta } from './Eta.js';
import type { OrderStatus } from './OrderStatus.js';
import type { SupportContact } from './SupportContact.js';
import type { TrackedAddress } from './TrackedAddress.js';
import type { TrackedProof } from './TrackedProof.js';
/**
 * What the recipient of an order may see.
 */
export type Tracking = {
    /**
     * How far the order is.
     */
    status: OrderStatus;
    /**
     * What happens at the stop.
     */
    activity: Activity;
    /**
     * The recipient’s first name; null if not told.
     */
    recipientFirstName: string | null;
    /**
     * Where the stop is.
     */
    address: TrackedAddress;
    /**
     * When to expect the driver, while it is out for delivery; null else.
     */
    eta: Eta | null;
    /**
     * How many stops the driver has before this one, while it is out for delivery; null else.
     */
    stopsAway: number | null;
    /**
     * How the last attempt ended; null before the first.
     */
    proof: TrackedProof | null;
    /**
     * The delivery company, and how to reach it.
     */
    organization: SupportContact;
};
