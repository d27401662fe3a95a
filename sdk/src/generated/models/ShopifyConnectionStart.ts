/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Where the access is granted.
 */
export type ShopifyConnectionStart = {
    /**
     * Open it in a browser that is signed in to the store. Shopify asks there whether the access is granted, and sends the browser back.
     */
    authorizationUrl: string;
    /**
     * Until then it has to be granted; the URL works once.
     */
    expiresAt: string;
};
