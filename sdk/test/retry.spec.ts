import { jest } from '@jest/globals';
import { ConnectionError, errorFor } from '../src/errors.js';
import { pause } from '../src/transport/deadline.js';
import { delayBefore, isRepeatable, isWorthRetrying, triesAfter } from '../src/transport/retry.js';

const refusal = (status: number, code = 'x', retryAfter?: string) =>
  errorFor({
    status,
    code,
    detail: '',
    headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  });

describe('another try', () => {
  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('does no harm after %s', (method) => {
    expect(isRepeatable(method, false)).toBe(true);
  });

  it.each(['POST', 'PATCH'])('does no harm after %s with a key only', (method) => {
    expect(isRepeatable(method, false)).toBe(false);
    expect(isRepeatable(method, true)).toBe(true);
  });

  it.each([408, 500, 502, 503, 504, 507])('may help after %i, where it does no harm', (status) => {
    expect(isWorthRetrying(refusal(status), true)).toBe(true);
    expect(isWorthRetrying(refusal(status), false)).toBe(false);
  });

  it.each([400, 401, 404, 409, 412, 422])('does not help after %i', (status) => {
    expect(isWorthRetrying(refusal(status), true)).toBe(false);
  });

  it('may help after 429 whatever was sent, and after a first try that still runs', () => {
    expect(isWorthRetrying(refusal(429), false)).toBe(true);
    expect(isWorthRetrying(refusal(409, 'idempotency_in_flight'), true)).toBe(true);
    expect(isWorthRetrying(refusal(409, 'idempotency_in_flight'), false)).toBe(false);
  });

  it('is not made for somebody who would have to wait longer than a minute', () => {
    expect(isWorthRetrying(refusal(429, 'x', '60'), true)).toBe(true);
    expect(isWorthRetrying(refusal(429, 'x', '61'), true)).toBe(false);
  });

  it('is made until a key that a dead server held is free again, after ten seconds', () => {
    const held = refusal(409, 'idempotency_in_flight', '1');
    const tries = triesAfter(held, 2);
    const random = jest.spyOn(Math, 'random').mockReturnValue(0);
    const shortest = Array.from({ length: tries }, (_, n) => delayBefore(n + 1, 500, held));
    random.mockRestore();
    expect(shortest.reduce((sum, delay) => sum + delay)).toBeGreaterThan(10_000);
    expect([triesAfter(held, 0), triesAfter(held, 9), triesAfter(refusal(503), 2)]).toEqual([0, 9, 2]);
  });

  it('is not made for what is no answer of the API', () => {
    expect(isWorthRetrying(new TypeError('no'), true)).toBe(false);
    expect(isWorthRetrying(undefined, true)).toBe(false);
    expect(
      isWorthRetrying(new ConnectionError({ status: 0, code: 'connection_failed', detail: '' }), true),
    ).toBe(true);
  });
});

describe('what the server asks for', () => {
  it.each([
    ['3', 3],
    ['0', 0],
    ['-5', 0],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    [' ', undefined],
    [undefined, undefined],
  ])('with Retry-After %j is %j seconds', (value, seconds) => {
    expect(refusal(503, 'x', value).retryAfter).toBe(seconds);
  });
});

describe('a pause', () => {
  it('ends, telling the signal’s reason, as soon as it aborts, or when it has aborted before', async () => {
    const stop = new AbortController();
    const waiting = pause(1_000_000, stop.signal);
    stop.abort(new Error('enough'));
    const ended = { code: 'aborted', cause: new Error('enough') };
    await expect(waiting).rejects.toMatchObject(ended);
    await expect(pause(1_000_000, stop.signal)).rejects.toMatchObject(ended);
  });
});
