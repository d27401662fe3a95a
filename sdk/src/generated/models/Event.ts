/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventType } from './EventType.js';
import type { TimelineActor } from './TimelineActor.js';
/**
 * One thing that happened.
 */
export type Event = {
    /**
     * Id of the event, and the position to go on from.
     */
    id: string;
    /**
     * What happened. Types may be added: pass over those you do not know.
     */
    type: EventType;
    /**
     * When it happened.
     */
    createdAt: string;
    /**
     * The client it is about; null where it is the organization’s own.
     */
    clientId: string | null;
    /**
     * The order, which is also the stop; null where it is about none.
     */
    orderId: string | null;
    /**
     * Details, which differ by `type`. Fields may be added.
     */
    data: Record<string, any>;
    /**
     * Who caused it.
     */
    actor: TimelineActor;
};
