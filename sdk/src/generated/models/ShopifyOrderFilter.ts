/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * Which orders:
 *
 * - `unfulfilled`: Open ones of which nothing has been sent.
 * - `partial`: Open ones of which a part has been sent.
 * - `fulfilled`: Those of which all has been sent.
 * - `cancelled`: Those that were cancelled.
 * - `any`: All.
 */
export type ShopifyOrderFilter = 'unfulfilled' | 'partial' | 'fulfilled' | 'cancelled' | 'any';
