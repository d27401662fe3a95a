/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { NotShippableReason } from './NotShippableReason.js';
import type { ShopifyOrderStatus } from './ShopifyOrderStatus.js';
/**
 * An order of a connected Shopify store.
 */
export type ShopifyOrder = {
    /**
     * Id of the order in the store, as digits.
     */
    id: string;
    /**
     * What the store calls it.
     */
    name: string;
    /**
     * When it was placed.
     */
    createdAt: string;
    /**
     * Who gets it; null where there is no address, or Shopify does not tell us.
     */
    recipientName: string | null;
    /**
     * City of the address; null for none.
     */
    city: string | null;
    /**
     * Postal code of the address; null for none.
     */
    zip: string | null;
    /**
     * Country of the address, as two letters; null for none.
     */
    countryCode: string | null;
    /**
     * How many pieces were ordered, without those taken back.
     */
    itemCount: number;
    /**
     * How far the store is with it.
     */
    status: ShopifyOrderStatus;
    /**
     * Whether its customer fetches it, or what is left of it, at the shop.
     */
    pickup: boolean;
    /**
     * Whether Shopify keeps the recipient’s name or street back; a draft of it waits for them.
     */
    redacted: boolean;
    /**
     * Whether something is left of it to deliver.
     */
    shippable: boolean;
    /**
     * Why there is nothing to deliver; null where there is.
     */
    notShippableReason: NotShippableReason | null;
    /**
     * The same in plain words.
     */
    detail: string | null;
    /**
     * The order here that it became; null while it is none.
     */
    importedAs: string | null;
};
