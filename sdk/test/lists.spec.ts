import { responseOf, Waybill } from '../src/index.js';
import { emptyPage, problemAnswer, StubApi } from './stub-api.js';

describe('a list of the SDK', () => {
  const api = new StubApi();
  let baseUrl: string;
  let waybill: Waybill;
  beforeAll(async () => {
    baseUrl = await api.start();
    waybill = new Waybill({ baseUrl, token: 'token-1', retryDelay: 1 });
  });
  afterAll(() => api.stop());

  /** Depots a to e, two a page. */
  const answerPages = () =>
    api.answerWith(({ url }) => {
      const from = Number(new URL(url, baseUrl).searchParams.get('cursor') ?? 0);
      const items = [...'abcde'].slice(from, from + 2).map((name) => ({ name }));
      return { body: { items, nextCursor: from + 2 < 5 ? String(from + 2) : null } };
    });

  it('is its first page', async () => {
    answerPages();
    const page = await waybill.depots.list({ limit: 2 });
    expect(page).toEqual({ items: [{ name: 'a' }, { name: 'b' }], nextCursor: '2' });
    expect(page.lastResponse.status).toBe(200);
    expect(api.seen.map(({ url }) => url)).toEqual(['/v1/depots?limit=2']);
  });

  it('gives all its items, asking for a page when it is needed', async () => {
    answerPages();
    const names: [string, number][] = [];
    for await (const { name } of waybill.depots.list({ limit: 2 })) names.push([name, api.seen.length]);
    expect(names).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 2],
      ['e', 3],
    ]);
    expect(api.seen.map(({ url }) => url)).toEqual([
      '/v1/depots?limit=2',
      '/v1/depots?limit=2&cursor=2',
      '/v1/depots?limit=2&cursor=4',
    ]);
  });

  it('asks for no more pages than were walked over', async () => {
    answerPages();
    for await (const { name } of waybill.depots.list()) if (name === 'c') break;
    expect(api.seen).toHaveLength(2);
  });

  it('goes on from a cursor, and takes it again for each walk', async () => {
    answerPages();
    const rest = waybill.depots.list({ cursor: '2' });
    expect(await rest.toArray()).toHaveLength(3);
    expect(await rest.toArray()).toHaveLength(3);
    expect(api.seen.map(({ url }) => url)).toEqual([
      '/v1/depots?cursor=2',
      '/v1/depots?cursor=4',
      '/v1/depots?cursor=4',
    ]);
  });

  it.each([
    [undefined, ['a', 'b', 'c', 'd', 'e'], 3],
    [3, ['a', 'b', 'c'], 2],
    [2, ['a', 'b'], 1],
  ])('as an array of %s has %j', async (most, names, requests) => {
    answerPages();
    const depots = await waybill.depots.list().toArray(most);
    expect(depots.map(({ name }) => name)).toEqual(names);
    expect(api.seen).toHaveLength(requests);
  });

  it('comes page by page, each with what its answer said', async () => {
    answerPages();
    const pages: [number, number | undefined][] = [];
    for await (const page of waybill.depots.list().pages())
      pages.push([page.items.length, responseOf(page)?.status]);
    expect(pages).toEqual([
      [2, 200],
      [2, 200],
      [1, 200],
    ]);
  });

  it('asks every page for the properties that were asked for', async () => {
    api.answer(
      { body: { items: [{ id: 'o1', status: 'draft' }], nextCursor: 'o1' } },
      { body: { items: [{ id: 'o2', status: 'draft' }], nextCursor: null } },
    );
    const seen: string[] = [];
    for await (const { id, status } of waybill.orders.list({ fields: ['status', 'id'], limit: 1 }))
      seen.push(`${id} ${status}`);
    expect(seen).toEqual(['o1 draft', 'o2 draft']);
    const url = '/v1/orders?fields=status&fields=id&limit=1';
    expect(api.seen.map((request) => request.url)).toEqual([url, `${url}&cursor=o1`]);
  });

  it('carries its options to every page', async () => {
    answerPages();
    await waybill.depots.list({}, { headers: { 'X-Trace': 't1' } }).toArray();
    expect(api.seen.map(({ headers }) => headers['x-trace'])).toEqual(['t1', 't1', 't1']);
  });

  it('fails where the page fails, and keeps what came before', async () => {
    api.answer({ body: { items: [{ name: 'a' }], nextCursor: '1' } }, problemAnswer(400, 'cursor_invalid'));
    const names: string[] = [];
    const walk = async () => {
      for await (const { name } of waybill.depots.list()) names.push(name);
    };
    await expect(walk()).rejects.toMatchObject({ code: 'cursor_invalid' });
    expect(names).toEqual(['a']);
  });

  it('of something else takes its id first', async () => {
    api.answer(emptyPage);
    await waybill.orders.timeline('o/1', { limit: 5 });
    expect(api.seen[0]?.url).toBe('/v1/orders/o%2F1/timeline?limit=5');
  });
});

describe('responseOf', () => {
  const api = new StubApi();
  let waybill: Waybill;
  beforeAll(async () => {
    waybill = new Waybill({ baseUrl: await api.start(), token: 'token-1' });
  });
  afterAll(() => api.stop());

  it('knows the answer of a call that gives nothing by its promise', async () => {
    api.answer({ status: 204, headers: { 'x-request-id': 'req-9' } });
    const deleting = waybill.depots.delete('d1');
    expect(responseOf(deleting)).toBeUndefined();
    await deleting;
    expect(responseOf(deleting)).toMatchObject({ status: 204, requestId: 'req-9' });
  });

  it('knows the answer of a file, and of an error', async () => {
    api.answer({ headers: { 'content-type': 'text/csv', 'x-request-id': 'req-8' }, body: 'Id' });
    expect(responseOf(await waybill.orderImports.downloadTemplate())).toMatchObject({ requestId: 'req-8' });
    api.answer(problemAnswer(404, 'not_found', { headers: { 'x-request-id': 'req-7' } }));
    const error: unknown = await waybill.depots.get('d1').catch((reason: unknown) => reason);
    expect(responseOf(error as Error)).toMatchObject({ status: 404, requestId: 'req-7', attempts: 1 });
  });
});
