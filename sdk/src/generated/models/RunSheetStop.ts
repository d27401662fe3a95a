/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Activity } from './Activity.js';
import type { Address } from './Address.js';
import type { Eta } from './Eta.js';
import type { OrderStatus } from './OrderStatus.js';
import type { RequirableProof } from './RequirableProof.js';
import type { RunSheetRecipient } from './RunSheetRecipient.js';
import type { Timing } from './Timing.js';
/**
 * A stop as its driver sees it.
 */
export type RunSheetStop = {
    /**
     * Id of the order; as a stop it has the same.
     */
    id: string;
    /**
     * How far the order is.
     */
    status: OrderStatus;
    /**
     * What happens at the stop.
     */
    activity: Activity;
    address: Address;
    /**
     * Size of the packages, in the client’s own words. Null where there is none.
     */
    size: string | null;
    /**
     * How many packages.
     */
    packageCount: number;
    /**
     * Names of what is in the packages.
     */
    products: Array<string>;
    /**
     * What the driver should know. Null where there is none.
     */
    notes: string | null;
    /**
     * When the stop may be visited, in the time zone of its depot, and how long it takes. Null where nothing is told.
     */
    timing: Timing | null;
    /**
     * When the driver is expected; null until the route has started.
     */
    eta: Eta | null;
    /**
     * Which stop of the route this is, from 1.
     */
    position: number;
    /**
     * Who receives or hands over the packages.
     */
    recipient: RunSheetRecipient;
    /**
     * What the driver must bring from a delivery here.
     */
    requiredProof: Array<RequirableProof>;
};
