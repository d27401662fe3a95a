/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Route } from './Route.js';
/**
 * One page of a list of routes.
 */
export type RoutePage = {
    /**
     * The routes of this page, in the order of the list.
     */
    items: Array<Route>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
