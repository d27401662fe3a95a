/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderStatus } from './OrderStatus.js';
export type RunSheetStop = {
    id: string;
    status: OrderStatus;
    activity: 'delivery' | 'pickup';
    address: {
        addressName: string | null;
        addressLineOne: string | null;
        addressLineTwo: string | null;
        city: string | null;
        state: string | null;
        zip: string | null;
        country: string | null;
        latitude: number | null;
        longitude: number | null;
    };
    size: string | null;
    packageCount: number;
    products: Array<string>;
    notes: string | null;
    /**
     * Local to the depot.
     */
    timing: {
        earliestTime: string | null;
        latestTime: string | null;
        serviceSeconds: number | null;
    } | null;
    eta: {
        estimatedAt: string;
        earliestAt: string | null;
        latestAt: string | null;
    } | null;
    position: number;
    recipient: {
        name: string | null;
        phone: string | null;
    };
};
