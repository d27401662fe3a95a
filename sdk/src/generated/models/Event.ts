/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventType } from './EventType.js';
import type { TimelineActor } from './TimelineActor.js';
import type { EventDataByType } from './EventData.js';
type EventFields<Type extends EventType> = {
    /**
     * Id of the event, and the position to go on from.
     */
    id: string;
    /**
     * What happened. Types may be added: pass over those you do not know.
     */
    type: Type;
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
    data: EventDataByType[Type];
    /**
     * Who caused it.
     */
    actor: TimelineActor;
};
/** An event of this type, or of any of these types. */
export type EventOf<Type extends EventType> = { [One in Type]: EventFields<One> }[Type];
/**
 * One thing that happened: `type` tells what `data` holds. Types may be added: pass over those you do not know.
 */
export type Event = EventOf<EventType>;
