/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Whether the store lets us in:
 *
 * - `connected`: It does.
 * - `needs_reconnect`: It refused us. Connect it again; its settings stay.
 */
export type ShopifyStoreStatus = 'connected' | 'needs_reconnect';
