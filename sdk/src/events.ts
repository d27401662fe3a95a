import type { Event } from './generated/models/Event.js';
import { EventsResource, type StreamEventsQuery } from './generated/services/EventsResource.js';
import type { RequestOptions } from './options.js';
import { subscribed, type Position, type SubscribeOptions, type Subscription } from './subscription.js';
import { combined, pause } from './transport/deadline.js';
import { delayBefore, isWorthRetrying } from './transport/retry.js';

/** The API says something every 15 seconds: a connection on which nothing came for so long is lost. */
const silence = 45_000;

/** What happens: read it as a list, or follow it as it happens. */
export class Events extends EventsResource {
  /**
   * Events as they happen, for as long as they are walked over: `for await (const event of waybill.events.stream())`.
   * It begins now, or after the event `after`. Where it is cut or falls silent it goes on after the last event, so that
   * none is missed and none comes twice; keep the `id` of the last one you dealt with to do the same in another process.
   * @throws WaybillError when it cannot go on: the access has ended, or `cursor_expired`
   */
  async *stream(
    query: StreamEventsQuery = {},
    options: RequestOptions = {},
  ): AsyncGenerator<Event, void, undefined> {
    for await (const { event } of this.follow(query, options)) if (event) yield event;
  }

  /**
   * Where the stream is now. What is done after that is told after it, also where the stream is opened later:
   * `const after = await waybill.events.position()`, then `waybill.events.stream({ after })`.
   */
  async position(options: RequestOptions = {}): Promise<string> {
    const bytes = await this.openStream({}, options).stream();
    for await (const { id } of messagesOf(bytes)) if (id) return id;
    return this.position(options);
  }

  /**
   * Calls you for each event as it happens, one after the other, until it is closed:
   * `const subscription = waybill.events.subscribe({ on: { 'order.delivered': ({ orderId, data }) => … } })`.
   * It goes on where it was cut, as `stream()` does, and in another process by its `lastId` as `after`.
   */
  subscribe(what: SubscribeOptions, options: RequestOptions = {}): Subscription {
    return subscribed(what, (query, signal) =>
      this.follow(query, { ...options, signal: combined(options.signal, signal) }),
    );
  }

  /** Events, and the positions to go on from. */
  private async *follow(
    query: StreamEventsQuery,
    options: RequestOptions,
  ): AsyncGenerator<Position, void, undefined> {
    // Leaving the loop ends the connection, also while nothing comes.
    const left = new AbortController();
    const request = { ...options, signal: combined(options.signal, left.signal) };
    let { after } = query;
    let failures = 0;
    try {
      for (;;) {
        try {
          const bytes = await this.openStream({ ...query, after }, { ...request, maxRetries: 0 }).stream();
          for await (const { id, data } of messagesOf(bytes)) {
            failures = 0;
            after = id ?? after;
            yield { id, event: data === undefined ? undefined : (JSON.parse(data) as Event) };
          }
          await pause(delayBefore(1, options.retryDelay ?? 500), request.signal);
        } catch (error) {
          if (!isWorthRetrying(error, true)) throw error;
          failures += 1;
          await pause(delayBefore(failures, options.retryDelay ?? 500, error), request.signal);
        }
      }
    } finally {
      left.abort();
    }
  }
}

interface Message {
  id?: string | undefined;
  data?: string | undefined;
}

/** The messages of an event stream, as the API writes them: one line of each field. */
async function* messagesOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<Message, void, undefined> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await unlessSilent(reader);
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        yield { id: field('id'), data: field('data') };
      }
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** What comes next. A reader to whom nothing comes is told that it was the end. */
async function unlessSilent(reader: ReadableStreamDefaultReader<Uint8Array>) {
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), silence);
  return reader.read().finally(() => clearTimeout(timer));
}
