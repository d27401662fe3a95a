/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Something that happened to the order.
 */
export type ShopifyCustomerTimelineItem = {
    /**
     * What happened.
     */
    type: string;
    /**
     * When it happened.
     */
    at: string;
    /**
     * Details, which differ by `type`.
     */
    data: Record<string, any>;
};
