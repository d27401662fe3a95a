/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActorKind } from './ActorKind.js';
/**
 * Who caused an entry of a timeline, or an event.
 */
export type TimelineActor = {
    /**
     * What kind of actor it was.
     */
    kind: ActorKind;
    /**
     * Name of the person or the API key; null for the others.
     */
    name: string | null;
};
