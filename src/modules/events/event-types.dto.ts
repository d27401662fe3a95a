import { z } from 'zod';
import { eventType } from './events.dto.js';
import { feedEvents, feedEventTypes } from './feed-events.js';

const eventTypeInfo = z
  .object({
    name: eventType.describe('Its name, as in `type` of an event.'),
    description: z.string().describe('What happened.'),
    schema: z
      .record(z.string(), z.unknown())
      .describe('JSON Schema (2020-12) of `data` of events of this type. Fields may be added.'),
    example: z.record(z.string(), z.unknown()).describe('`data` as it may be.'),
  })
  .meta({ id: 'EventTypeInfo', description: 'A type of event.' });

export const eventTypeList = z
  .object({ items: z.array(eventTypeInfo).describe('Every type of event.') })
  .meta({ id: 'EventTypeList', description: 'The types of events that there are.' });

/** The catalogue as it is answered, which never changes while a server runs. */
export const eventTypes: z.output<typeof eventTypeList> = {
  items: feedEventTypes.map((name) => {
    const { description, data, example } = feedEvents[name];
    return { name, description, schema: z.toJSONSchema(data), example };
  }),
};
