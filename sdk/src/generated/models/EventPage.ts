/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { Event } from './Event.js';
/**
 * One page of a list of events.
 */
export type EventPage = {
    /**
     * The events of this page, in the order of the list.
     */
    items: Array<Event>;
    /**
     * Pass it as `cursor` to get the next page; null on the last one.
     */
    nextCursor: string | null;
};
