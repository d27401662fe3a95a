/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which orders to act on.
 */
export type OrderIds = {
    /**
     * Ids of the orders, 1 to 1000.
     */
    ids: Array<string>;
};
