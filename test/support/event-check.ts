import { eventMap } from '../../src/modules/events/event-map.js';
import type { TestDatabase } from './test-database.js';

/** Fails when an event was written whose data does not fit its type, also by SQL that no schema checks at work. */
export async function assertEventsFit(database: TestDatabase): Promise<void> {
  const events = await database.query<{ type: string; data: unknown }>(
    'select type, data from events order by seq limit 20000',
  );
  for (const { type, data } of events) {
    const schema = Object.hasOwn(eventMap, type) ? eventMap[type as keyof typeof eventMap] : undefined;
    const problem = schema ? schema.safeParse(data).error : `no event is called so`;
    if (problem) throw new Error(`Event ${type} ${JSON.stringify(data)}: ${String(problem)}`);
  }
}
