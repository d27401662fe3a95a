/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * How far it is:
 *
 * - `waiting`: The file is being made.
 * - `ready`: The file can be read.
 * - `cleared`: The file is gone: it was kept for 90 days, or the customer was erased.
 */
export type ShopifyDataRequestState = 'waiting' | 'ready' | 'cleared';
