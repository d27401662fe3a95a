import { AuthenticationError, Waybill, type Session } from '../src/index.js';
import { emptyPage, problemAnswer, StubApi, type Reaction, type SeenRequest } from './stub-api.js';

const expired = problemAnswer(401, 'token_invalid');
const aKey = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the renewal of an access token', () => {
  const api = new StubApi();
  let baseUrl: string;
  beforeAll(async () => {
    baseUrl = await api.start();
  });
  afterAll(() => api.stop());

  /** Knows `token-2` only, and gives it for `refresh-1`. */
  const server = ({ url, headers, body }: SeenRequest): Reaction => {
    if (url === '/v1/auth/refresh') {
      if (body !== '{"refreshToken":"refresh-1"}') return expired;
      return { body: { accessToken: 'token-2', refreshToken: 'refresh-2' } };
    }
    return headers.authorization === 'Bearer token-2' ? emptyPage : expired;
  };
  const renewals = () => api.seen.filter(({ url }) => url === '/v1/auth/refresh');

  it('happens once for many calls at a time, for views as well, and is told', async () => {
    api.answerWith(server);
    const told: string[] = [];
    const onRefresh = ({ refreshToken }: Session) => void told.push(refreshToken);
    const waybill = new Waybill({ baseUrl, token: 'token-1', refreshToken: 'refresh-1', onRefresh });
    const view = waybill.withOptions({ headers: { 'x-request-id': 'mine' } });
    const both = () => [waybill.depots.list(), view.depots.list()];
    await Promise.all([...both(), ...both(), ...both()]);
    await waybill.depots.list();
    expect(renewals()).toHaveLength(1);
    expect(renewals()[0]?.headers.authorization).toBeUndefined();
    expect(told).toEqual(['refresh-2']);
  });

  it('is told before the call is answered, so that the new tokens are kept by then', async () => {
    api.answerWith(server);
    const kept: string[] = [];
    const onRefresh = async ({ refreshToken }: Session) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      kept.push(refreshToken);
    };
    await new Waybill({
      baseUrl,
      token: 'token-1',
      refreshToken: 'refresh-1',
      onRefresh,
    }).depots.list();
    expect(kept).toEqual(['refresh-2']);
  });

  it('is how a client gets its first token that was given none', async () => {
    api.answerWith((request) =>
      request.headers.authorization || request.url === '/v1/auth/refresh'
        ? server(request)
        : problemAnswer(401, 'authentication_required'),
    );
    const waybill = new Waybill({ baseUrl, refreshToken: 'refresh-1' });
    await waybill.depots.create({ name: 'A' });
    const [first, , second] = api.seen;
    expect(first?.headers['idempotency-key']).toMatch(aKey);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  });

  it('repeats a POST under its key', async () => {
    api.answerWith(server);
    const waybill = new Waybill({ baseUrl, token: 'token-1', refreshToken: 'refresh-1' });
    await waybill.depots.create({ name: 'A' });
    const [first, , second] = api.seen;
    expect(first?.headers['idempotency-key']).toMatch(aKey);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    expect(second?.body).toBe('{"name":"A"}');
  });

  it('is given up when it is refused', async () => {
    api.answerWith(server);
    const waybill = new Waybill({ baseUrl, token: 'token-1', refreshToken: 'used-up' });
    await expect(waybill.depots.list()).rejects.toBeInstanceOf(AuthenticationError);
    await expect(waybill.depots.list()).rejects.toBeInstanceOf(AuthenticationError);
    expect(renewals()).toHaveLength(1);
  });

  it('is kept for later when the server is away, and signs nobody out', async () => {
    let away = true;
    api.answerWith((request) =>
      away && request.url === '/v1/auth/refresh' ? problemAnswer(503, 'unavailable') : server(request),
    );
    const waybill = new Waybill({ baseUrl, token: 'token-1', refreshToken: 'refresh-1' });
    await expect(waybill.depots.list()).rejects.toMatchObject({ status: 503, code: 'unavailable' });
    away = false;
    await waybill.depots.list();
    expect(renewals().map(({ body }) => body)).toEqual(Array(2).fill('{"refreshToken":"refresh-1"}'));
  });

  it('is not tried over and over when the new token is refused as well', async () => {
    api.answerWith(({ url }) =>
      url === '/v1/auth/refresh' ? { body: { accessToken: 'token-3', refreshToken: 'r' } } : expired,
    );
    const waybill = new Waybill({ baseUrl, token: 'token-1', refreshToken: 'refresh-1' });
    await expect(waybill.depots.list()).rejects.toMatchObject({ code: 'token_invalid' });
    expect(api.seen).toHaveLength(3);
  });

  it('is not tried for other refusals, nor without a refresh token', async () => {
    api.answer(problemAnswer(401, 'authentication_required'));
    await expect(
      new Waybill({ baseUrl, token: 't', refreshToken: 'refresh-1' }).depots.list(),
    ).rejects.toMatchObject({ status: 401 });
    api.answer(expired);
    await expect(
      new Waybill({ baseUrl, apiKey: 'wb_live_not-a-key', refreshToken: 'refresh-1' }).depots.list(),
    ).rejects.toMatchObject({ status: 401 });
    expect(api.seen).toHaveLength(1);
  });
});
