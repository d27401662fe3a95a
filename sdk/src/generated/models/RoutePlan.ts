/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PlannedRoute } from './PlannedRoute.js';
/**
 * Stops divided among several drivers.
 */
export type RoutePlan = {
    /**
     * Whether this is only a proposal.
     */
    dryRun: boolean;
    /**
     * The routes, one for each driver; fewer where there are fewer stops than drivers.
     */
    routes: Array<PlannedRoute>;
};
