/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PlanFilter } from './PlanFilter.js';
/**
 * Stops to divide among several drivers.
 */
export type PlanRoutes = {
    /**
     * Id of the depot where the routes start. Left out: the main depot.
     */
    depotId?: string | undefined;
    /**
     * Ids of the unassigned stops to plan, 1 to 1000; or `filter`.
     */
    stopIds?: Array<string> | undefined;
    /**
     * Which unassigned stops of the depot to plan, 1000 at most; or `stopIds`.
     */
    filter?: PlanFilter | undefined;
    /**
     * For how many drivers, 1 to 50.
     */
    drivers: number;
    /**
     * When the driver is planned to leave; null for not planned.
     */
    startsAt?: string | null | undefined;
    /**
     * What to call the routes, each with its number. Left out: the day.
     */
    title?: string | undefined;
    /**
     * True: only propose the routes, and change nothing.
     */
    dryRun?: boolean | undefined;
};
