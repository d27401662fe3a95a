/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * What is sent again.
 */
export type RecoveredDeliveries = {
    /**
     * How many failed deliveries are sent again.
     */
    deliveries: number;
};
