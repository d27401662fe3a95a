/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A shop system, and the client’s stores in it.
 */
export type Integration = {
    /**
     * Whose stores they are:
     *
     * - `shopify`: Shopify’s.
     */
    provider: 'shopify';
    /**
     * Whether stores can be connected on this server. If not, whoever runs it has to set it up first.
     */
    available: boolean;
    /**
     * Whether at least one store is connected.
     */
    connected: boolean;
    /**
     * The connected stores, in the order in which they were connected.
     */
    stores: Array<string>;
};
