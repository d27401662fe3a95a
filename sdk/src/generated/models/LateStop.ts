/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A stop whose latest time cannot be kept.
 */
export type LateStop = {
    /**
     * Id of the stop.
     */
    stopId: string;
    /**
     * When the driver is expected.
     */
    estimatedAt: string;
    /**
     * When the driver should be there at the latest.
     */
    latestAt: string;
    /**
     * How many minutes too late that is, rounded up.
     */
    minutesLate: number;
};
