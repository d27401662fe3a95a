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
  // A stream that breaks off is tried again for ever: what can never be had is told before.
  await waybill.events.list({ ...query, limit: 1 });
  const subscription = waybill.events.subscribe(
    { ...query, onEvent },
    { signal, ...connectionNotes(terminal) },
  );
  try {
    await subscription.closed;
  } finally {
    if (subscription.lastId)
      terminal.note(show`Go on later with --after ${subscription.lastId}`.styled('dim'));
  }
}

/** Tells when the stream has begun, is lost for more than a moment, and is there again. */
function connectionNotes(terminal: Terminal) {
  const note = (text: string) => terminal.note(show`${text}`.styled('dim'));
  let hasBegun = false;
  let tries = 0;
  return {
    onRequest: () => {
      tries += 1;
      if (tries === 2) note('The connection is lost; trying again.');
    },
    onResponse: ({ status }: { status: number }) => {
      if (status >= 500) return;
      if (status === 200 && !hasBegun) note('Following; Ctrl-C ends it.');
      else if (status === 200 && tries > 1) note('Connected again; nothing was missed.');
      hasBegun ||= status === 200;
      tries = 0;
    },
  };
}
