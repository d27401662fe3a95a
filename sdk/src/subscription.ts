import { AbortError } from './errors.js';
import type { Event, EventOf } from './generated/models/Event.js';
import type { EventType } from './generated/models/EventType.js';
import type { StreamEventsQuery } from './generated/services/EventsResource.js';
import { wrong } from './transport/argument.js';
import { definedEntries } from './transport/request-parts.js';

/** What to call for events of each type. */
export type EventHandlers = { [Type in EventType]?: ((event: EventOf<Type>) => unknown) | undefined };

export interface SubscribeOptions extends StreamEventsQuery {
  /** Called for each event. The next one waits until what it returns is done. */
  onEvent?: ((event: Event) => unknown) | undefined;
  /** Called for events of these types. Without `types` and `onEvent` no others are asked for. */
  on?: EventHandlers | undefined;
  /**
   * Told what a handler threw, and at which event: then it goes on with the next one; without this, it ends. Told last,
   * without an event, of what ended it.
   */
  onError?: ((error: unknown, event?: Event) => unknown) | undefined;
}

/** Events that are handled as they happen. */
export interface Subscription {
  /** Done once it is closed and the last handler has returned; fails by what ended it otherwise. */
  readonly closed: Promise<void>;
  /** The last event that is dealt with, or where it began: give it as `after` to go on from there. */
  readonly lastId: string | undefined;
  /** Ends it; a handler that runs is waited for. */
  close(): void;
}

/** Where a stream is, and what happened there, if anything. */
export interface Position {
  id?: string | undefined;
  event?: Event | undefined;
}

/**
 * @param follow goes through the events until the signal aborts
 * @throws ArgumentError where nobody would be told
 */
export function subscribed(
  { onEvent, on, onError, ...query }: SubscribeOptions,
  follow: (query: StreamEventsQuery, signal: AbortSignal) => AsyncIterable<Position>,
): Subscription {
  const stop = new AbortController();
  const { signal } = stop;
  let lastId = query.after;
  const types = onEvent ? undefined : definedEntries(on).map(([type]) => type as EventType);
  if (types?.length === 0) throw wrong('Nobody is told: give onEvent or on.');
  async function deal(event: Event): Promise<void> {
    try {
      await (on?.[event.type] as SubscribeOptions['onEvent'])?.(event);
      await onEvent?.(event);
    } catch (error) {
      if (!onError) throw error;
      await onError(error, event);
    }
  }
  async function run(): Promise<void> {
    try {
      for await (const { id, event } of follow({ types, ...definedQuery(query) }, signal)) {
        if (signal.aborted) return;
        if (event) await deal(event);
        lastId = id ?? lastId;
      }
    } catch (error) {
      if (signal.aborted && error instanceof AbortError) return;
      await onError?.(error);
      throw error;
    }
  }
  const closed = run();
  // Whoever is told of errors need not wait for the end as well.
  if (onError) closed.catch(() => undefined);
  return {
    closed,
    get lastId() {
      return lastId;
    },
    close: () => stop.abort(),
  };
}

const definedQuery = (query: StreamEventsQuery): StreamEventsQuery =>
  Object.fromEntries(definedEntries(query));
