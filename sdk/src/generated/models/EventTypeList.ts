/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventTypeInfo } from './EventTypeInfo.js';
/**
 * The types of events that there are.
 */
export type EventTypeList = {
    /**
     * Every type of event.
     */
    items: Array<EventTypeInfo>;
};
