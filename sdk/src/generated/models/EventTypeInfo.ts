/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventType } from './EventType.js';
/**
 * A type of event.
 */
export type EventTypeInfo = {
    /**
     * Its name, as in `type` of an event.
     */
    name: EventType;
    /**
     * What happened.
     */
    description: string;
    /**
     * JSON Schema (2020-12) of `data` of events of this type. Fields may be added.
     */
    schema: Record<string, any>;
    /**
     * `data` as it may be.
     */
    example: Record<string, any>;
};
