import type { Event, StreamEventsQuery, Waybill } from '../src/index.js';
import { show } from './shown.js';
import type { Terminal } from './terminal.js';

interface Following {
  terminal: Terminal;
  query: StreamEventsQuery;
  onEvent: (event: Event) => void | Promise<void>;
  signal: AbortSignal;
}

/** Follows events until it is ended, and says then how to go on. */
export async function follow(
  waybill: Waybill,
  { terminal, query, onEvent, signal }: Following,
): Promise<void> {
  const subscription = waybill.events.subscribe({ ...query, onEvent }, { signal });
  terminal.note(show`Following; Ctrl-C ends it.`.styled('dim'));
  try {
    await subscription.closed;
  } finally {
    if (subscription.lastId)
      terminal.note(show`Go on later with --after ${subscription.lastId}`.styled('dim'));
  }
}
