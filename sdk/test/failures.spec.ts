import { getEventListeners } from 'node:events';
import {
  AuthenticationError,
  ConflictError,
  ConnectionError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  StaleVersionError,
  TimeoutError,
  UnexpectedAnswerError,
  ValidationError,
  Waybill,
  WaybillError,
} from '../src/index.js';
import { delayBefore } from '../src/transport/retry.js';
import { emptyPage, problemAnswer, StubApi } from './stub-api.js';

const unavailable = problemAnswer(503, 'unavailable');

describe('a failure in the SDK', () => {
  const api = new StubApi();
  let baseUrl: string;
  let waybill: Waybill;
  beforeAll(async () => {
    baseUrl = await api.start();
    waybill = new Waybill({ baseUrl, token: 'token-1', retryDelay: 1 });
  });
  afterAll(() => api.stop());

  it.each([
    [400, 'validation_failed', ValidationError],
    [401, 'authentication_required', AuthenticationError],
    [403, 'permission_denied', PermissionError],
    [404, 'not_found', NotFoundError],
    [409, 'depot_is_main', ConflictError],
    [412, 'stale_version', StaleVersionError],
    [413, 'too_large', ValidationError],
    [422, 'idempotency_mismatch', ValidationError],
    [500, 'internal_error', ServerError],
  ])('%i is an error of its own kind that says all the answer says', async (status, code, kind) => {
    const errors = [{ pointer: '/name', code: 'too_small', detail: 'may not be empty' }];
    api.answer(problemAnswer(status, code, { errors }));
    const error: unknown = await waybill.depots.create({ name: '' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(kind);
    expect(error).toBeInstanceOf(WaybillError);
    expect(error).toMatchObject({ status, code, detail: `Detail of ${code}.`, requestId: 'req-1', errors });
    expect((error as Error).name).toBe(kind.name);
  });

  it('of something that does not speak the API is told by its status and request id', async () => {
    api.answer({
      status: 403,
      headers: { 'content-type': 'text/html', 'x-request-id': 'proxy-9' },
      body: '<h1>No</h1>',
    });
    await expect(waybill.depots.list()).rejects.toMatchObject({
      status: 403,
      code: 'unknown',
      requestId: 'proxy-9',
    });
    api.answer({ status: 400, body: 'null' });
    await expect(waybill.depots.list()).rejects.toMatchObject({
      status: 400,
      code: 'unknown',
      errors: [],
    });
  });

  it('is a success that cannot be read: broken JSON is not an empty answer', async () => {
    api.answer({ headers: { 'x-request-id': 'req-2' }, body: '{"items": [' });
    const error: unknown = await waybill.depots.list().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UnexpectedAnswerError);
    expect(error).toMatchObject({ status: 200, code: 'answer_not_readable', requestId: 'req-2' });
  });

  describe('is repeated', () => {
    it.each([
      'hang up',
      { status: 502 },
      unavailable,
      { status: 504 },
      problemAnswer(429, 'rate_limited'),
    ] as const)('for a GET after %j', async (failure) => {
      api.answer(failure, failure, emptyPage);
      expect((await waybill.depots.list()).items).toEqual([]);
      expect(api.seen).toHaveLength(3);
    });

    it('for a POST under one and the same key', async () => {
      api.answer('hang up', problemAnswer(409, 'idempotency_in_flight'), { status: 201, body: { id: 'd1' } });
      await waybill.depots.create({ name: 'A' });
      expect(new Set(api.seen.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
      expect(api.seen).toHaveLength(3);
    });

    it('no more than maxRetries times, and then told as it is', async () => {
      api.answer(problemAnswer(429, 'rate_limited', { headers: { 'retry-after': '0' } }));
      const error: unknown = await waybill.depots.list({}, { maxRetries: 3 }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(RateLimitError);
      expect((error as RateLimitError).retryAfter).toBe(0);
      expect(api.seen).toHaveLength(4);
    });

    it('after what the server asks for, then twice as long each time, never all callers at once', () => {
      const headers = new Headers({ 'retry-after': '3' });
      const limited = new RateLimitError({ status: 429, code: 'rate_limited', detail: '', headers });
      const lost = new ConnectionError({ status: 0, code: 'connection_failed', detail: '' });
      for (const [retry, least, most] of [
        [1, 250, 500],
        [2, 500, 1_000],
        [3, 1_000, 2_000],
        [20, 4_000, 8_000],
      ] as const) {
        const delays = Array.from({ length: 50 }, () => delayBefore(retry, 500, lost));
        expect(Math.min(...delays)).toBeGreaterThanOrEqual(least);
        expect(Math.max(...delays)).toBeLessThanOrEqual(most);
        expect(new Set(delays).size).toBeGreaterThan(1);
        expect(delayBefore(retry, 500, limited)).toBeGreaterThanOrEqual(3_000 + least);
      }
    });
  });

  describe('is not repeated', () => {
    it.each([
      ['a PATCH without a key', () => waybill.depots.update('d1', {})],
      ['a sign-in', () => waybill.auth.login({ email: 'ada@example.org', password: 'p' })],
      ['a renewal: its token works once', () => waybill.auth.refresh({ refreshToken: 'r' })],
    ])('for %s', async (_what, call) => {
      api.answer('hang up');
      await expect(call()).rejects.toBeInstanceOf(ConnectionError);
      expect(api.seen).toHaveLength(1);
    });

    it('where the server asks for more patience than a call has', async () => {
      const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
      api.answer(problemAnswer(429, 'rate_limited', { headers: { 'retry-after': inAnHour } }));
      const error: unknown = await waybill.depots.list().catch((e: unknown) => e);
      expect((error as RateLimitError).retryAfter).toBeGreaterThan(3_500);
      expect(api.seen).toHaveLength(1);
    });

    it('for a conflict that no repetition mends', async () => {
      api.answer(problemAnswer(409, 'depot_is_main'));
      await expect(waybill.depots.delete('d1')).rejects.toMatchObject({ code: 'depot_is_main' });
      expect(api.seen).toHaveLength(1);
    });
  });

  it('of a server that is not there names it', async () => {
    const nobody = new Waybill({ baseUrl: 'http://127.0.0.1:1', maxRetries: 0 });
    await expect(nobody.depots.list()).rejects.toMatchObject({
      name: 'ConnectionError',
      status: 0,
      code: 'connection_failed',
      detail: expect.stringContaining('http://127.0.0.1:1') as string,
    });
  });

  it('of the network is told in its own words where it has no code', async () => {
    const fails = () => Promise.reject(new TypeError('the cable is out'));
    const offline = new Waybill({ baseUrl, maxRetries: 0, fetch: fails });
    await expect(offline.depots.list()).rejects.toMatchObject({
      code: 'connection_failed',
      detail: `${baseUrl} could not be reached (the cable is out).`,
    });
  });

  it('never comes of time where a call may take as long as it likes', async () => {
    api.answer(emptyPage);
    const slowly: typeof fetch = async (...request) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return fetch(...request);
    };
    const patient = new Waybill({ baseUrl, token: 'token-1', fetch: slowly, timeout: 0, maxRetries: 0 });
    expect((await patient.depots.list()).items).toEqual([]);
  });

  it('ends a try that takes too long', async () => {
    api.answer('never answer', 'never answer', emptyPage);
    const hasty = waybill.withOptions({ timeout: 400 });
    expect((await hasty.depots.list()).items).toEqual([]);
    api.answer('never answer');
    const error: unknown = await hasty.depots.list({}, { maxRetries: 0 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: 'timeout' });
  });

  describe('ends at once when the caller no longer wants it', () => {
    it('while it is under way', async () => {
      const stop = new AbortController();
      api.answer(() => stop.abort());
      const call = waybill.depots.list({}, { signal: stop.signal });
      await expect(call).rejects.toMatchObject({ name: 'AbortError' });
      expect(api.seen).toHaveLength(1);
    });

    it('while it waits for the next try', async () => {
      api.answer(unavailable);
      const stop = new AbortController();
      const view = waybill.withOptions({
        signal: stop.signal,
        retryDelay: 1_000_000,
        onResponse: () => setTimeout(() => stop.abort(new Error('enough')), 20),
      });
      await expect(view.depots.list()).rejects.toMatchObject({
        code: 'aborted',
        cause: new Error('enough'),
      });
      expect(api.seen).toHaveLength(1);
    });

    it('before it is sent, and leaves nothing behind on the signal', async () => {
      api.answer(emptyPage);
      const { signal } = new AbortController();
      const view = waybill.withOptions({ signal });
      for (let i = 0; i < 20; i++) await view.depots.list();
      expect(getEventListeners(signal, 'abort').length).toBeLessThan(20);
      await expect(waybill.depots.list({}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        name: 'AbortError',
      });
      expect(api.seen).toHaveLength(20);
    });
  });
});
