import type { Event, StreamEventsQuery, Waybill } from '../src/index.js';
import { show } from './shown.js';
import type { Terminal } from './terminal.js';

interface Following {
  terminal: Terminal;
  query: StreamEventsQuery;
  /** Called when it is known where it begins: what is done from then on is told. */
  onBegin?: () => void;
  onEvent: (event: Event) => void | Promise<void>;
  signal: AbortSignal;
}

/** Follows events until it is ended, and says then how to go on. */
export async function follow(
  waybill: Waybill,
  { terminal, query, onBegin, onEvent, signal }: Following,
): Promise<void> {
  // A stream is tried again for ever: whether there can be one at all is asked before.
  const now = await waybill.events.position();
  onBegin?.();
  const watch = new ConnectionWatch((text) => terminal.note(show`${text}`.styled('dim')));
  const subscription = waybill.events.subscribe(
    { ...query, after: query.after ?? now, onEvent },
    { signal, onRequest: () => watch.asks(), onResponse: ({ status }) => watch.isAnswered(status) },
  );
  try {
    await subscription.closed;
  } finally {
    if (watch.hasBegun) terminal.note(show`Go on later with --after ${subscription.lastId}`.styled('dim'));
  }
}

/** Tells when a stream has begun, is lost for more than a moment, and is there again. */
class ConnectionWatch {
  hasBegun = false;
  private tries = 0;

  constructor(private readonly note: (text: string) => void) {}

  asks(): void {
    this.tries += 1;
    if (this.tries === 2) this.note('The connection is lost; trying again.');
  }

  isAnswered(status: number): void {
    if (status >= 500) return;
    if (status === 200 && !this.hasBegun) this.note('Following; Ctrl-C ends it.');
    else if (status === 200 && this.tries > 1) this.note('Connected again; nothing was missed.');
    this.hasBegun ||= status === 200;
    this.tries = 0;
  }
}
