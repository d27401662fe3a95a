/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A field in which the file differs from the order.
 */
export type ComparedChange = {
    /**
     * Name of the field, as `GET /v1/order-fields` lists them.
     */
    field: string;
    /**
     * What the order has, as a cell would hold it; null for nothing.
     */
    before: string | null;
    /**
     * What the file has, likewise.
     */
    after: string | null;
};
