import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Event } from '../../sdk/src/index.js';
import { eventually } from './eventually.js';
import type { TestApp } from './test-app.js';

interface Opening {
  token: string;
  lastEventId?: string;
  query?: string;
}

/**
 * Waits until no older transaction can put anything before the events there are: until then a stream that begins, or
 * goes on after an id from elsewhere than the feed, tells them again.
 */
export async function eventsSettled({ database }: Pick<TestApp, 'database'>): Promise<void> {
  await eventually(async () => {
    const [row] = await database.query<{ settled: boolean }>(
      'select coalesce(max(transaction_id) < oldest_running(), true) as settled from events',
    );
    return row?.settled || undefined;
  });
}

/** One open event stream, as a client of such streams reads it. */
export class EventStreamReader {
  readonly events: Event[] = [];
  /** What an EventSource would send as Last-Event-ID. */
  lastEventId: string | undefined;
  comments: string[] = [];
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;

  private constructor(private readonly response: IncomingMessage) {
    this.ended = this.read();
  }

  /** @throws Error when the server refuses */
  static async open(
    { url }: Pick<TestApp, 'url'>,
    { token, lastEventId, query = '' }: Opening,
  ): Promise<EventStreamReader> {
    // Not by `fetch`, which opens another connection when one is aborted.
    const asked = request(`${url}/v1/events/stream${query}`, {
      agent: false,
      headers: { authorization: `Bearer ${token}`, ...(lastEventId && { 'last-event-id': lastEventId }) },
    }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    asked.on('error', () => undefined);
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${await text(response)}`);
    return new EventStreamReader(response);
  }

  get headers(): IncomingHttpHeaders {
    return this.response.headers;
  }

  /** The types of what has come. */
  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  /** Waits until so many events have come. */
  async count(wanted: number): Promise<Event[]> {
    await eventually(() => Promise.resolve(this.events.length >= wanted || undefined));
    return this.events;
  }

  /** Waits until such an event has come. */
  async until(isWanted: (event: Event) => boolean): Promise<Event> {
    return eventually(() => this.events.find(isWanted));
  }

  /** Waits until the stream says where it begins. */
  async begun(): Promise<string> {
    return eventually(() => this.lastEventId);
  }

  close(): void {
    this.response.destroy();
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for await (const piece of this.response) {
        rest += decoder.decode(piece as Uint8Array, { stream: true });
        const blocks = rest.split('\n\n');
        rest = blocks.pop()!;
        blocks.forEach((block) => this.take(block));
      }
    } catch {
      // Closed here, or cut there.
    }
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trim()] as const;
      }),
    );
    if (fields.has('')) this.comments.push(fields.get('')!);
    this.lastEventId = fields.get('id') ?? this.lastEventId;
    const data = fields.get('data');
    if (data === undefined) return;
    const event = JSON.parse(data) as Event;
    if (event.id !== fields.get('id') || event.type !== fields.get('event'))
      throw new Error(`The stream says ${block}`);
    this.events.push(event);
  }
}
