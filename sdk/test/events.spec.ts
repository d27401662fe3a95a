import { jest } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { Waybill, type Event } from '../src/index.js';
import { problemAnswer, StubApi } from './stub-api.js';

describe('a stream of events of the SDK', () => {
  const api = new StubApi();
  let waybill: Waybill;
  beforeAll(async () => {
    waybill = new Waybill({ baseUrl: await api.start(), token: 'token-1', retryDelay: 1 });
  });
  afterAll(() => api.stop());

  const message = (id: string) => `id: ${id}\nevent: order.created\ndata: ${JSON.stringify({ id })}\n\n`;
  /** A stream that begins with these texts, then goes on as said. */
  const stream =
    (then: (response: ServerResponse) => unknown, ...texts: string[]) =>
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      for (const text of texts) response.write(text);
      setTimeout(() => then(response), 20);
    };
  const end = (response: ServerResponse) => response.end();
  const cut = (response: ServerResponse) => response.destroy();
  const stay = () => undefined;
  const take = async (count: number, events: AsyncIterable<Event>) => {
    const taken: string[] = [];
    for await (const { id } of events) if (taken.push(id) === count) break;
    return taken;
  };

  it('goes on after the last event when it ends, is cut or is turned away for the moment', async () => {
    api.answer(
      stream(
        end,
        'retry: 1000\nid: start\n\n',
        message('1'),
        message('2').slice(0, 9),
        message('2').slice(9),
      ),
      stream(cut, ':\n\n', message('3') + message('4')),
      problemAnswer(503, 'unavailable'),
      'hang up',
      stream(stay, message('5')),
    );
    expect(await take(5, waybill.events.stream())).toEqual(['1', '2', '3', '4', '5']);
    const after = api.seen.map(({ url }) => new URL(url, 'http://stub').searchParams.get('after'));
    expect(after).toEqual([null, '2', '4', '4', '4']);
  });

  it('goes on from where it began when no event came', async () => {
    api.answer(stream(end, 'id: start\n\n'), stream(stay, message('1')));
    expect(await take(1, waybill.events.stream({ types: ['order.created'] }))).toEqual(['1']);
    expect(api.seen.map(({ url }) => url)).toEqual([
      '/v1/events/stream?types=order.created',
      '/v1/events/stream?types=order.created&after=start',
    ]);
  });

  it('tells where it is, also where it ends before it says so, and lets go of it', async () => {
    const left = Promise.withResolvers<void>();
    api.answer(stream(end), (response) => {
      response.once('close', left.resolve);
      stream(stay, 'retry: 1000\nid: start\n\n')(response);
    });
    expect(await waybill.events.position({ timeout: 0 })).toBe('start');
    await left.promise;
    expect(api.seen.map(({ url }) => url)).toEqual(['/v1/events/stream', '/v1/events/stream']);
    api.answer(problemAnswer(403, 'permission_denied'));
    await expect(waybill.events.position()).rejects.toMatchObject({ code: 'permission_denied' });
  });

  it('connects again when nothing came for 45 seconds, not even a heartbeat', async () => {
    const { setTimeout: start, clearTimeout: stop } = globalThis;
    const silences = new Map<unknown, () => void>();
    let begun = 0;
    const clocks = [
      jest.spyOn(globalThis, 'setTimeout').mockImplementation((act: () => void, wait?: number) => {
        const timer = start(act, wait);
        if (wait === 45_000) silences.set(timer, act);
        if (wait === 45_000) begun += 1;
        return timer;
      }),
      jest.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
        silences.delete(timer);
        stop(timer);
      }),
    ];
    const hasBegun = async (count: number) => {
      while (begun < count) await new Promise((resolve) => start(resolve, 5));
    };
    const closed: Promise<unknown>[] = [];
    const beat = async (response: ServerResponse) => {
      closed.push(new Promise((resolve) => response.once('close', resolve)));
      // The silence before the first message, the one after it, and one after each heartbeat.
      for (let n = 2; n <= 5; n++) {
        await hasBegun(n);
        response.write(':\n\n');
      }
      await hasBegun(6);
      response.write(message('2'));
    };
    const taken: string[] = [];
    try {
      api.answer(stream(beat, message('1')), stream(stay, message('3')));
      for await (const { id } of waybill.events.stream()) {
        taken.push(id);
        if (id === '3') break;
        if (id === '2') void hasBegun(7).then(() => silences.forEach((act) => act()));
      }
      await Promise.all(closed);
    } finally {
      for (const clock of clocks) clock.mockRestore();
    }
    expect(taken).toEqual(['1', '2', '3']);
    const after = api.seen.map(({ url }) => new URL(url, 'http://stub').searchParams.get('after'));
    expect(after).toEqual([null, '2']);
  });

  it('ends with the error that nothing can be done about', async () => {
    api.answer(stream(end, message('1')), problemAnswer(410, 'cursor_expired'));
    await expect(take(2, waybill.events.stream())).rejects.toMatchObject({ code: 'cursor_expired' });
    api.answer(problemAnswer(401, 'token_invalid'));
    await expect(take(1, waybill.events.stream())).rejects.toMatchObject({ name: 'AuthenticationError' });
  });

  it('ends by the caller’s signal, and closes its connection when the loop is left', async () => {
    let closed: Promise<unknown> | undefined;
    api.answer((response) => {
      closed = new Promise((resolve) => response.once('close', resolve));
      stream(stay, message('1'))(response);
    });
    expect(await take(1, waybill.events.stream())).toEqual(['1']);
    await closed;
    const signal = AbortSignal.timeout(50);
    await expect(take(2, waybill.events.stream({}, { signal }))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
