/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RouteStatus } from './RouteStatus.js';
import type { RunSheetStop } from './RunSheetStop.js';
export type RunSheet = {
    title: string;
    status: RouteStatus;
    startsAt: string | null;
    /**
     * When this link ends.
     */
    expiresAt: string;
    driverName: string | null;
    depot: {
        name: string;
        address: string | null;
        latitude: number | null;
        longitude: number | null;
    };
    stops: Array<RunSheetStop>;
};
