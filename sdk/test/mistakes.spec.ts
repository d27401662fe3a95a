import { inspect } from 'node:util';
import { ArgumentError, fileFrom, responseOf, Waybill, type RequestOptions } from '../src/index.js';
import { problemAnswer, StubApi } from './stub-api.js';

describe('a mistake in a program that uses the SDK', () => {
  const api = new StubApi();
  let baseUrl: string;
  let waybill: Waybill;
  beforeAll(async () => {
    baseUrl = await api.start();
    waybill = new Waybill({ baseUrl, token: 'token-1', retryDelay: 1 });
  });
  beforeEach(() => api.answer({ body: {} }));
  afterAll(() => api.stop());

  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const get = (options: RequestOptions) => waybill.depots.get('a', options);
  const calls: [string, () => Promise<unknown>][] = [
    ['an id of half a letter', () => waybill.depots.get('\ud800')],
    ['no id', () => waybill.depots.get(undefined as unknown as string)],
    ['a body that is no JSON', () => waybill.request({ method: 'POST', url: '/', body: circular })],
    ['a day that is none', () => waybill.request({ method: 'GET', url: '/', query: { at: new Date(NaN) } })],
    ['a header’s name', () => get({ headers: { 'two words': 'a' } })],
    ['a header’s value', () => get({ headers: { 'x-note': 'a\nb' } })],
    ['an ETag', () => get({ ifMatch: '“1”' })],
    ['an idempotency key', () => waybill.depots.setMain('a', { idempotencyKey: '🔑' })],
    ['options that are null', () => get(null as unknown as RequestOptions)],
  ];

  it.each(calls)('%s: is told as an ArgumentError, and nothing is sent', async (_, call) => {
    await expect(call()).rejects.toBeInstanceOf(ArgumentError);
    expect(api.seen).toEqual([]);
  });

  const broken = async function* () {
    yield await Promise.resolve(new Uint8Array(1));
    throw new Error('disk gone');
  };
  it.each([
    ['no file', null as unknown as Blob, 'argument_invalid'],
    ['a stream that breaks off', broken(), 'file_not_readable'],
  ])('%s: is told as an ArgumentError', async (_, source, code) => {
    await expect(fileFrom(source, 'a.csv')).rejects.toMatchObject({ name: 'ArgumentError', code });
  });

  it('a secret that cannot be a header is not in the error', async () => {
    const error = await get({ headers: { authorization: 'Basic c2VjcmV0\nx' } }).catch((e: unknown) => e);
    expect(inspect(error)).toContain('authorization');
    expect(inspect(error)).not.toContain('c2VjcmV0');
  });

  it.each(['wb_live_a…z', 'Bearer wb_live_az'])('a key copied as “%s” is told at once', (apiKey) => {
    expect(() => new Waybill({ baseUrl, apiKey })).toThrow(ArgumentError);
  });

  it.each([
    'portal.example.com',
    'https://portal.example.com/v1',
    'https://portal.example.com/?page=1',
    'https://portal.example.com/#start',
    'https://ada:secret@portal.example.com',
  ])('an address “%s” is told at once, without its secrets', (address) => {
    const wrong = () => new Waybill({ baseUrl: address });
    expect(wrong).toThrow(ArgumentError);
    expect(wrong).not.toThrow(/secret/);
  });

  it('a key may bring its line end along, and an address be a URL', async () => {
    await new Waybill({ baseUrl: new URL(baseUrl), apiKey: 'wb_live_az\n' }).depots.get('a');
    expect(api.seen[0]?.headers.authorization).toBe('Bearer wb_live_az');
  });

  it('a client that is logged keeps its token to itself', () => {
    const client = new Waybill({ baseUrl, token: 'secret-token', refreshToken: 'secret-refresh' });
    expect(inspect(client, { depth: 9 }) + JSON.stringify(client)).not.toContain('secret');
  });

  it('a list that failed and was never walked over does not end the program', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    api.answer(problemAnswer(403, 'permission_denied'));
    const list = waybill.depots.list();
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
    await expect(list).rejects.toMatchObject({ code: 'permission_denied' });
    expect(responseOf(list)?.status).toBe(403);
  });

  it.each([[[]], [{ items: null, nextCursor: null }], [{ items: [] }]])(
    'a list that is answered as %j is no list',
    async (body) => {
      api.answer({ body });
      await expect(waybill.depots.list().toArray()).rejects.toMatchObject({ code: 'answer_of_wrong_type' });
    },
  );
});
