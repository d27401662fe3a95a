import { Waybill, type ResponseInfo } from '../src/index.js';
import { emptyPage, problemAnswer, StubApi } from './stub-api.js';

describe('the hooks of the SDK', () => {
  const api = new StubApi();
  let baseUrl: string;
  let waybill: Waybill;
  beforeAll(async () => {
    baseUrl = await api.start();
    waybill = new Waybill({ baseUrl, token: 'token-1', retryDelay: 1 });
  });
  afterAll(() => api.stop());

  it('are told of every try and every answer', async () => {
    api.answer(problemAnswer(503, 'unavailable'), emptyPage);
    const told: string[] = [];
    const view = waybill.withOptions({
      onRequest: ({ method, url, attempts }) => told.push(`${attempts} ${method} ${url}`),
      onResponse: ({ status, method, url, attempts }) => told.push(`${attempts} ${method} ${url} ${status}`),
    });
    await view.depots.list({ limit: 5 });
    const call = `GET ${baseUrl}/v1/depots?limit=5`;
    expect(told).toEqual([`1 ${call}`, `1 ${call} 503`, `2 ${call}`, `2 ${call} 200`]);
  });

  it('may add headers before a try is sent, and are waited for', async () => {
    api.answer(emptyPage);
    const view = waybill.withOptions({
      onRequest: async ({ headers }) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        headers.set('traceparent', '00-1-2-01');
      },
    });
    await view.depots.list();
    expect(api.seen[0]?.headers.traceparent).toBe('00-1-2-01');
  });

  it('that throw are heard, not taken for a network that failed', async () => {
    api.answer(emptyPage);
    const broken = () => {
      throw new TypeError('the logger is broken');
    };
    await expect(waybill.depots.list({}, { onRequest: broken })).rejects.toThrow('the logger');
    await expect(waybill.depots.list({}, { onResponse: broken })).rejects.toThrow('the logger');
    expect(api.seen).toHaveLength(1);
  });

  it('give lastResponse to every answer, beside its JSON', async () => {
    api.answer({ headers: { etag: '"7"', 'x-request-id': 'req-7' }, body: { id: 'd1' } });
    const depot = (await waybill.depots.get('d1')) as { lastResponse?: ResponseInfo };
    expect(depot.lastResponse).toMatchObject({ status: 200, etag: '"7"', requestId: 'req-7', attempts: 1 });
    expect(JSON.stringify(depot)).toBe('{"id":"d1"}');
    expect({ ...depot }).toEqual({ id: 'd1' });
  });
});
