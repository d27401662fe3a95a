/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RouteStatus } from './RouteStatus.js';
import type { RunSheetDepot } from './RunSheetDepot.js';
import type { RunSheetStop } from './RunSheetStop.js';
/**
 * A route as its driver sees it.
 */
export type RunSheet = {
    /**
     * What the dispatcher calls the route.
     */
    title: string;
    /**
     * How far the route is.
     */
    status: RouteStatus;
    /**
     * When the driver is planned to leave; null if not planned.
     */
    startsAt: string | null;
    /**
     * Until when this link works.
     */
    expiresAt: string;
    /**
     * Name of the driver; null if none is chosen.
     */
    driverName: string | null;
    depot: RunSheetDepot;
    /**
     * The stops in the order in which they are visited.
     */
    stops: Array<RunSheetStop>;
};
