/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { TimelineEntry } from './TimelineEntry.js';
/**
 * One page of a list of timeline entries.
 */
export type OrderTimeline = {
    /**
     * The timeline entries of this page, in the order of the list.
     */
    items: Array<TimelineEntry>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
