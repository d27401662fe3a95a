/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * A store that is to be connected.
 */
export type ConnectShopify = {
    /**
     * The store: its name, its domain, or the address of its admin as the browser shows it. `book-nook`, `book-nook.myshopify.com` and `https://admin.shopify.com/store/book-nook` are the same.
     */
    shop: string;
    /**
     * Where the browser is sent at the end, with `shopify=connected&shop=…` or `shopify=failed&reason=…` added: a page of this server, or of an origin that it allows, such as `https://portal.example.org/stores`. Without it a plain page says what comes next.
     */
    returnUrl?: string | undefined;
};
