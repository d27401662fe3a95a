/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * By how much a driver is late.
 */
export type DelayRoute = {
    /**
     * How many minutes later than expected now the driver reaches the next stop: 1 to 1440, or as many less than 0 where time was made up.
     */
    minutes: number;
};
