/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * When the driver is expected at the stop.
 */
export type Eta = {
    /**
     * When the driver is expected.
     */
    estimatedAt: string;
    /**
     * Beginning of the window in which to expect the driver.
     */
    earliestAt: string | null;
    /**
     * End of the window in which to expect the driver.
     */
    latestAt: string | null;
};
