import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { mayDo, type Principal } from '../../../auth/access/principal.js';
import { feedEventTypes, permissionToRead, type FeedEventType } from '../event-map.js';
import { isAfter, type EventPosition } from '../event-position.js';
import type { EventRow } from '../events.queries.js';

/** Bytes that may wait for a reader. Past them nothing more is read for it until it has taken these. */
const mostWaiting = 256 * 1024;
/** How long a reader may take nothing at all of what waits. */
const patienceMilliseconds = 20_000;
/** How long a reader may take for the end of its stream. */
const farewellMilliseconds = 5_000;

export interface EventFilter {
  types?: readonly FeedEventType[];
  orderId?: string;
}

/** The types that the caller may read, of those it wants. */
export function typesFor(caller: Principal, wanted: readonly FeedEventType[] = feedEventTypes) {
  return wanted.filter((type) => mayDo(caller, permissionToRead(type, caller.scope.audience)));
}

/** One open stream: who reads it, what, and how far it has got. */
export class EventListener {
  private types: ReadonlySet<FeedEventType>;
  /** The same for listeners who get the same events. */
  private sameAs: string;
  private readonly closing = new AbortController();

  constructor(
    public caller: Principal,
    private readonly filter: EventFilter,
    public position: EventPosition,
    private readonly response: ServerResponse,
    patience = patienceMilliseconds,
  ) {
    [this.types, this.sameAs] = this.filterOf(caller);
    // Node tells of it when the system took none of what was written for so long: a slow reader still makes progress.
    response.setTimeout(patience, () => {
      if (response.writableLength > 0) this.cut();
    });
    response.once('close', () => this.closing.abort());
  }

  get isOpen(): boolean {
    return !this.response.destroyed && !this.response.writableEnded;
  }

  /** Whether it should not be given more before it has taken what waits. */
  get isBehind(): boolean {
    return this.response.writableLength > mostWaiting;
  }

  /** Takes over the caller's present role or scopes. */
  become(caller: Principal): void {
    this.caller = caller;
    [this.types, this.sameAs] = this.filterOf(caller);
  }

  /**
   * Sends those of the events that it may and wants to have and has not got.
   * @param texts of the same events for others, by what they get
   */
  send(events: readonly EventRow[], texts: Map<string, string>, textOf: (event: EventRow) => string): void {
    const last = events.at(-1);
    if (!last || !this.isOpen) return;
    const isNew = isAfter(events[0]!, this.position);
    const news = isNew ? events : events.filter((event) => isAfter(event, this.position));
    let text = isNew ? texts.get(this.sameAs) : undefined;
    text ??= news
      .filter((event) => this.wants(event))
      .map(textOf)
      .join('');
    if (isNew) texts.set(this.sameAs, text);
    if (isAfter(last, this.position)) this.position = last;
    this.write(text);
  }

  write(text: string): void {
    if (text !== '' && this.isOpen) this.response.write(text);
  }

  /** Waits until the reader has taken what waits; false when it has left, or was cut because it takes nothing. */
  async drained(): Promise<boolean> {
    const { signal } = this.closing;
    while (this.isBehind && this.isOpen)
      await once(this.response, 'drain', { signal }).catch(() => undefined);
    return this.isOpen;
  }

  /** Ends the stream, with a word for people; at once where the reader does not even take what waits. */
  end(why: string): void {
    if (this.isBehind) return this.cut();
    if (!this.isOpen) return;
    this.response.end(`: ${why}\n\n`);
    const timer = setTimeout(() => this.cut(), farewellMilliseconds).unref();
    this.response.once('close', () => clearTimeout(timer));
  }

  /** By a reset, so that the system keeps nothing for a reader that takes nothing. */
  cut(): void {
    this.response.socket?.resetAndDestroy();
    this.response.destroy();
  }

  private wants({ type, orderId }: EventRow): boolean {
    return this.types.has(type) && (this.filter.orderId === undefined || this.filter.orderId === orderId);
  }

  private filterOf(caller: Principal): [ReadonlySet<FeedEventType>, string] {
    const types = typesFor(caller, this.filter.types);
    return [new Set(types), [this.filter.orderId, ...types].join(' ')];
  }
}
