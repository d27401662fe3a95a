/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RouteStatus } from './RouteStatus.js';
export type Route = {
    id: string;
    title: string;
    depotId: string;
    driverId: string | null;
    status: RouteStatus;
    startsAt: string | null;
    startedAt: string | null;
    completedAt: string | null;
    stopCount: number;
    createdAt: string;
};
