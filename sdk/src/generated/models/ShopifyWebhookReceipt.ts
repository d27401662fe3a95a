/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * That a webhook was taken.
 */
export type ShopifyWebhookReceipt = {
    /**
     * What becomes of it:
     *
     * - `accepted`: It is kept and will be worked on.
     * - `repeated`: It came before; nothing more is done.
     * - `ignored`: It is of no concern to anybody here.
     */
    receipt: 'accepted' | 'repeated' | 'ignored';
};
