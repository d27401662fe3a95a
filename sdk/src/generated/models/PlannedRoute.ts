/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LateStop } from './LateStop.js';
import type { LineString } from './LineString.js';
import type { TravelSource } from './TravelSource.js';
/**
 * One of several routes that were planned together.
 */
export type PlannedRoute = {
    /**
     * Id of the route; null in a proposal.
     */
    id: string | null;
    /**
     * What the route is called.
     */
    title: string;
    /**
     * Ids of its stops in the order in which they are visited.
     */
    stopIds: Array<string>;
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
     * The course along the streets, as GeoJSON; null with straight-line travel times.
     */
    geometry: LineString | null;
    /**
     * Open stops that the driver reaches after their latest time, as it stands.
     */
    lateStops: Array<LateStop>;
    /**
     * Stops without coordinates: nobody can tell how far they are, so ten minutes are assumed.
     */
    unplacedStopIds: Array<string>;
    /**
     * Whether the depot has no coordinates, so that the first leg is assumed.
     */
    depotUnplaced: boolean;
};
