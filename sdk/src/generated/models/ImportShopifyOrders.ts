/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which orders of the store to import: exactly one of `orderIds`, `text` and `all`.
 */
export type ImportShopifyOrders = {
    /**
     * Which of the client’s stores is meant. May be left out while it is the only one.
     */
    shop?: string | undefined;
    /**
     * The orders with these ids, 1 to 1000: as `GET /v1/integrations/shopify/orders` lists them, or as Shopify writes them.
     */
    orderIds?: Array<string> | undefined;
    /**
     * The orders that a pasted text names, up to 1000: names (#1001 or 1001), ids, and addresses of the admin, between whatever separators. A range is not read, but told.
     */
    text?: string | undefined;
    /**
     * Every open order of which something is left to send: `true`.
     */
    all?: boolean | undefined;
};
