/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RouteProgress } from './RouteProgress.js';
import type { RouteStatus } from './RouteStatus.js';
import type { TravelSource } from './TravelSource.js';
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
     * How many stops are finished.
     */
    progress: RouteProgress;
    /**
     * Which travel times its plan and ETAs use; null while it has no stops.
     */
    travelTimes: TravelSource | null;
    /**
     * Metres from the depot through all stops, as far as they have coordinates; null without stops.
     */
    plannedDistanceMeters: number | null;
    /**
     * Seconds from leaving the depot until the last stop is done: travel, waiting and the time at the stops; null without stops.
     */
    plannedSeconds: number | null;
    /**
     * When it was made.
     */
    createdAt: string;
};
