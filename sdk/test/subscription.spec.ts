import type { ServerResponse } from 'node:http';
import { Waybill, type Event, type SubscribeOptions } from '../src/index.js';
import { problemAnswer, StubApi } from './stub-api.js';

describe('a subscription of the SDK', () => {
  const api = new StubApi();
  let waybill: Waybill;
  beforeAll(async () => {
    waybill = new Waybill({ baseUrl: await api.start(), token: 'token-1', retryDelay: 1 });
  });
  afterAll(() => api.stop());

  const message = (id: string, type = 'order.created') =>
    `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify({ id, type })}\n\n`;
  /** A stream of these texts, which then ends or stays open. */
  const stream = (texts: string[], then: 'ends' | 'stays' = 'stays') =>
    ((response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(`id: start\n\n${texts.join('')}`);
      if (then === 'ends') response.end();
    }) as (response: ServerResponse) => void;
  const asked = () => api.seen.map(({ url }) => new URL(url, 'http://stub').searchParams.toString());

  it('calls for one event after the other, goes on where it was cut, and ends when it is closed', async () => {
    api.answer(
      stream([message('1'), message('2')], 'ends'),
      problemAnswer(503, 'unavailable'),
      stream([message('3'), message('4'), message('5')]),
    );
    const told: string[] = [];
    const subscription = waybill.events.subscribe({
      after: '0',
      onEvent: async ({ id }) => {
        told.push(`${id} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        told.push(`${id} ends`);
        if (id === '4') subscription.close();
      },
    });
    expect(subscription.lastId).toBe('0');
    await subscription.closed;
    expect(told).toEqual(['1', '2', '3', '4'].flatMap((id) => [`${id} begins`, `${id} ends`]));
    expect(subscription.lastId).toBe('4');
    expect(asked()).toEqual(['after=0', 'after=2', 'after=2']);
  });

  it('calls by type, and asks for no others', async () => {
    api.answer(stream([message('1', 'order.failed'), message('2', 'order.delivered')]));
    const told: string[] = [];
    const subscription = waybill.events.subscribe({
      on: {
        'order.delivered': ({ id, data }) => {
          told.push(id, typeof data?.state);
          subscription.close();
        },
        'order.failed': ({ id }) => told.push(id),
        'order.created': undefined,
      },
    });
    await subscription.closed;
    expect(told).toEqual(['1', '2', 'undefined']);
    expect(asked()).toEqual(['types=order.delivered&types=order.failed']);
  });

  it('asks for all, or for what it is told, where it calls for all', async () => {
    const once = async (what: SubscribeOptions) => {
      api.answer(stream([message('1')]));
      const on = { 'order.failed': () => undefined };
      const subscription = waybill.events.subscribe({ on, onEvent: () => subscription.close(), ...what });
      await subscription.closed;
      return asked();
    };
    expect(await once({})).toEqual(['']);
    expect(await once({ types: ['order.created', 'order.failed'], orderId: 'o1' })).toEqual([
      'types=order.created&types=order.failed&orderId=o1',
    ]);
  });

  it('knows where it began before anything happened', async () => {
    api.answer(stream([]));
    const subscription = waybill.events.subscribe({ onEvent: () => undefined });
    while (subscription.lastId === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    subscription.close();
    await subscription.closed;
    expect(subscription.lastId).toBe('start');
  });

  it('ends by what a handler throws, before that event', async () => {
    api.answer(stream([message('1'), message('2'), message('3')]));
    const subscription = waybill.events.subscribe({
      onEvent: ({ id }) => {
        if (id === '2') throw new Error('full');
      },
    });
    await expect(subscription.closed).rejects.toThrow('full');
    expect(subscription.lastId).toBe('1');
  });

  it('tells what handlers throw and goes on, and tells what ended it', async () => {
    api.answer(stream([message('1'), message('2')], 'ends'), problemAnswer(401, 'token_invalid'));
    const told: [unknown, string | undefined][] = [];
    const subscription = waybill.events.subscribe({
      onEvent: ({ id }) => Promise.reject(new Error(`no ${id}`)),
      onError: (error, event?: Event) => told.push([(error as Error).message, event?.id]),
    });
    await expect(subscription.closed).rejects.toMatchObject({ code: 'token_invalid' });
    expect(told).toEqual([
      ['no 1', '1'],
      ['no 2', '2'],
      ['401 token_invalid: Detail of token_invalid.', undefined],
    ]);
    expect(subscription.lastId).toBe('2');
  });

  it('fails by the caller’s signal, as calls do', async () => {
    api.answer(stream([]));
    const signal = AbortSignal.timeout(30);
    const subscription = waybill.events.subscribe({ onEvent: () => undefined }, { signal });
    await expect(subscription.closed).rejects.toMatchObject({ name: 'AbortError' });
  });
});
