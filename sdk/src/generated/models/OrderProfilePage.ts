/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OrderProfile } from './OrderProfile.js';
/**
 * One page of a list of profiles.
 */
export type OrderProfilePage = {
    /**
     * The profiles of this page, in the order of the list.
     */
    items: Array<OrderProfile>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
