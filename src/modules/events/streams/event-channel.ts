import { setTimeout as delay } from 'node:timers/promises';
import { eventDelay } from '../../../metrics/measures.js';
import type { TenantScope } from '../../../database/tenancy/tenancy.js';
import { toEvent } from '../events.dto.js';
import type { EventPosition } from '../event-position.js';
import type { EventRow } from '../events.queries.js';
import type { EventListener } from './event-listener.js';

/** Between two reads of one team, in which what comes is gathered; the more readers, the longer. */
const [pause, pausePerListener] = [10, 0.1];
/** Before a reader that has to catch up asks again after a failure. */
const retryMilliseconds = 1_000;

/** How a channel reads. */
export interface EventSource {
  /** At most {@link pageRows} events after a position, settled ones first. */
  read(scope: TenantScope, after: EventPosition): Promise<EventRow[]>;
  /** Calls back once nothing can come before events of this transaction. */
  settled(transactionId: string, then: () => void): void;
}

export const pageRows = 500;

interface Page {
  events: EventRow[];
  isAll: boolean;
  /** The first of those that wait for an older transaction to end. */
  heldBack?: EventRow;
}

/** The streams of one team: what is new is read once for all of them. A stream that is behind catches up by itself. */
export class EventChannel {
  private readonly live = new Set<EventListener>();
  private turn: Promise<unknown> = Promise.resolve();
  private position?: EventPosition;
  private pumping?: Promise<void>;
  private again = false;
  /** Since when there may be something that has not been read. */
  private newsSince?: number;

  constructor(
    readonly scope: TenantScope,
    private readonly source: EventSource,
  ) {}

  /** How far its live streams have been read for; undefined without any. */
  get head(): EventPosition | undefined {
    return this.live.size > 0 ? this.position : undefined;
  }

  /** How long news have waited to be read for its live streams. */
  get lagSeconds(): number {
    return this.head && this.newsSince !== undefined ? Math.max(0, Date.now() - this.newsSince) / 1_000 : 0;
  }

  /** Brings a stream up to now, then keeps it there. */
  async follow(listener: EventListener): Promise<void> {
    while (await listener.drained()) {
      const isThere = await this.inTurn(() => this.catchUp(listener)).catch(() => undefined);
      if (isThere) return;
      if (isThere === undefined) await delay(retryMilliseconds, undefined, { ref: false });
    }
  }

  leave(listener: EventListener): void {
    this.live.delete(listener);
  }

  /** There may be something new. */
  wake(): void {
    this.again = true;
    this.newsSince ??= Date.now();
    this.pumping ??= this.pump().finally(() => (this.pumping = undefined));
  }

  private readonly wakeUp = () => this.wake();

  private async pump(): Promise<void> {
    while (this.again) {
      this.again = false;
      // What failed is looked for again by whoever wakes channels now and then.
      await this.inTurn(() => this.readOn()).catch(() => undefined);
      await delay(pause + this.live.size * pausePerListener, undefined, { ref: false });
    }
  }

  private async readOn(): Promise<void> {
    const from = this.head;
    if (!from) return;
    const { events, isAll } = await this.readFrom(from);
    if (!isAll) this.again = true;
    const [texts, text] = [new Map<string, string>(), once(textOf)];
    this.position = events.at(-1) ?? from;
    for (const listener of this.live) {
      listener.send(events, texts, text);
      if (listener.isBehind) this.fallBack(listener);
    }
  }

  /** Keeps account of how late events are read. */
  private async readFrom(position: EventPosition): Promise<Page> {
    const since = this.newsSince;
    this.newsSince = undefined;
    const page = await this.page(position).catch((error: unknown) => {
      this.newsSince = since;
      throw error;
    });
    const now = Date.now();
    for (const { createdAt } of page.events) eventDelay.observe((now - Date.parse(createdAt)) / 1_000);
    if (!page.isAll) this.newsSince ??= now;
    else if (page.heldBack) this.newsSince = Date.parse(page.heldBack.createdAt);
    return page;
  }

  /** @returns whether it is live now */
  private async catchUp(listener: EventListener): Promise<boolean> {
    const { events, isAll } = await this.page(listener.position);
    listener.send(events, new Map(), textOf);
    if (!isAll || !listener.isOpen) return !listener.isOpen;
    // Reads take turns, so that no other has got further: what this stream has got is not before the others' head.
    if (this.live.size === 0) this.position = listener.position;
    this.live.add(listener);
    return true;
  }

  private async page(after: EventPosition): Promise<Page> {
    const rows = await this.source.read(this.scope, after);
    const events = rows.filter(({ settled }) => settled);
    const unsettled = rows[events.length];
    if (unsettled) this.source.settled(unsettled.transactionId, this.wakeUp);
    return { events, isAll: events.length < pageRows, heldBack: unsettled };
  }

  private fallBack(listener: EventListener): void {
    this.live.delete(listener);
    void this.follow(listener);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

/** An event as a stream sends it. */
function textOf(row: EventRow): string {
  return `id: ${row.id}\nevent: ${row.type}\ndata: ${JSON.stringify(toEvent(row))}\n\n`;
}

/** The same, made once for each event. */
function once(make: (row: EventRow) => string): (row: EventRow) => string {
  const made = new Map<EventRow, string>();
  return (row) => {
    const text = made.get(row) ?? make(row);
    made.set(row, text);
    return text;
  };
}
