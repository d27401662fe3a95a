/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far the store is with it:
 *
 * - `unfulfilled`: Nothing has been sent yet.
 * - `partial`: A part has been sent.
 * - `fulfilled`: All has been sent, or nothing is left to be.
 * - `cancelled`: It was cancelled.
 */
export type ShopifyOrderStatus = 'unfulfilled' | 'partial' | 'fulfilled' | 'cancelled';
