/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RouteStatus } from './RouteStatus.js';
/**
 * The stops that one driver visits on one tour.
 */
export type Route = {
    /**
     * Id of the route.
     */
    id: string;
    /**
     * What the dispatcher calls it.
     */
    title: string;
    /**
     * Id of the depot where it starts.
     */
    depotId: string;
    /**
     * Id of the driver; null if none is chosen.
     */
    driverId: string | null;
    /**
     * How far the route is.
     */
    status: RouteStatus;
    /**
     * When the driver is planned to leave; null if not planned.
     */
    startsAt: string | null;
    /**
     * When it started; null before.
     */
    startedAt: string | null;
    /**
     * When it was completed; null before.
     */
    completedAt: string | null;
    /**
     * How many stops it has.
     */
    stopCount: number;
    /**
     * When it was made.
     */
    createdAt: string;
};
