/* generated from the OpenAPI document -- do not edit */
import type { EventOf } from './Event.js';
import type { EventType } from './EventType.js';
/** What receivers of webhooks are sent: `type` tells what `data.data` holds. Types may be added: pass over those you do not know. */
export type WebhookEvent = {
    [Type in EventType]: {
        type: Type;
        /** When it happened. */
        timestamp: string;
        /** The event, as the feed has it. */
        data: EventOf<Type>;
    };
}[EventType];
