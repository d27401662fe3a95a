/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { TimelineActor } from './TimelineActor.js';
/**
 * One thing that happened to an order.
 */
export type TimelineEntry = {
    /**
     * Id of the entry.
     */
    id: string;
    /**
     * What happened. New types may be added: pass over those you do not know.
     */
    type: string;
    /**
     * When it happened.
     */
    at: string;
    /**
     * Who caused it.
     */
    actor: TimelineActor;
    /**
     * Details, which differ by `type`. Fields may be added.
     */
    data: Record<string, any>;
};
