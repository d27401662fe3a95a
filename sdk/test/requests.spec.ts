import { jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ArgumentError, fileFrom, responseOf, Waybill } from '../src/index.js';
import { emptyPage, problemAnswer, StubApi } from './stub-api.js';

describe('a request of the SDK', () => {
  const api = new StubApi();
  let baseUrl: string;
  let waybill: Waybill;
  beforeAll(async () => {
    baseUrl = await api.start();
    waybill = new Waybill({ baseUrl: `${baseUrl}/`, token: 'token-1' });
  });
  afterAll(() => api.stop());

  it('carries the token, and an API key the same way', async () => {
    api.answer(emptyPage);
    await waybill.depots.list();
    await new Waybill({ baseUrl, apiKey: 'wb_live_not-a-key' }).depots.list();
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer wb_live_not-a-key',
    ]);
  });

  it('does not send a token where one signs in', async () => {
    api.answer({ body: {} });
    await waybill.auth.login({ email: 'ada@example.org', password: 'plum tractor sings' });
    expect(api.seen[0]?.headers.authorization).toBeUndefined();
  });

  it('keeps a base path and encodes each path segment as one', async () => {
    api.answer({ body: {} });
    await new Waybill({ baseUrl: `${baseUrl}/portal` }).depots.get('a/b?c#d é');
    expect(api.seen[0]?.url).toBe('/portal/v1/depots/a%2Fb%3Fc%23d%20%C3%A9');
  });

  it.each(['..', '.', ''])('refuses “%s” as a path segment before anything is sent', async (id) => {
    api.answer({ body: {} });
    await expect(waybill.depots.get(id)).rejects.toThrow('cannot stand in a path');
    await expect(waybill.depots.get(undefined as never)).rejects.toThrow(ArgumentError);
    expect(api.seen).toEqual([]);
  });

  it('sends dates, lists, flags and objects in the query, and leaves out what is not given', async () => {
    api.answer(emptyPage);
    await waybill.request({
      method: 'GET',
      url: '/v1/orders',
      query: {
        createdFrom: new Date('2026-03-02T09:30:00Z'),
        status: ['draft', 'submitted'],
        assigned: false,
        q: 'a b&c',
        metadata: { 'cost centre': '4', empty: '', none: undefined },
        cursor: undefined,
        limit: null,
      },
    });
    const { searchParams } = new URL(api.seen[0]!.url, baseUrl);
    expect([...searchParams]).toEqual([
      ['createdFrom', '2026-03-02T09:30:00.000Z'],
      ['status', 'draft'],
      ['status', 'submitted'],
      ['assigned', 'false'],
      ['q', 'a b&c'],
      ['metadata[cost centre]', '4'],
      ['metadata[empty]', ''],
    ]);
  });

  it('refuses an object within a list or an object of the query rather than sending “[object Object]”', async () => {
    const list = (query: object) => waybill.request({ method: 'GET', url: '/v1/orders', query });
    await expect(list({ status: [{}] })).rejects.toThrow('status has to be text');
    await expect(list({ metadata: { a: { b: 1 } } })).rejects.toThrow('metadata[a] has to be text');
  });

  it('sends texts, numbers and dates in a form as they are, all else as JSON', async () => {
    api.answer({ body: {} });
    const formData = {
      mode: 'skip_invalid',
      count: 3,
      from: new Date('2026-03-02T09:30:00Z'),
      mapping: { No: 'externalId' },
      missing: undefined,
    };
    await waybill.request({ method: 'POST', url: '/v1/order-imports', formData });
    const fields = [...api.seen[0]!.body.matchAll(/name="(\w+)"\r\n\r\n(.*)\r\n/g)].map(
      ([, ...pair]) => pair,
    );
    expect(fields).toEqual([
      ['mode', 'skip_invalid'],
      ['count', '3'],
      ['from', '2026-03-02T09:30:00.000Z'],
      ['mapping', '{"No":"externalId"}'],
    ]);
  });

  it('reads files that are not JSON as a Blob, byte for byte', async () => {
    api.answer({ headers: { 'content-type': 'text/csv; charset=utf-8' }, body: '\u00ff,"1"\r\n' });
    const answer = await waybill.download({ method: 'GET', url: '/v1/orders/export', accept: 'text/csv' });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from('\u00ff,"1"\r\n'));
  });

  it('answers undefined for no content', async () => {
    api.answer({ status: 204 });
    expect(await waybill.depots.delete('d1')).toBeUndefined();
  });

  it('gives the headers, status and request id of an answer', async () => {
    api.answer({
      headers: { etag: '"7"', 'x-request-id': 'req-7', 'idempotency-replayed': 'true' },
      body: { id: 'd1' },
    });
    const depot = await waybill.depots.get('d1');
    expect(responseOf(depot)).toMatchObject({
      status: 200,
      etag: '"7"',
      requestId: 'req-7',
      replayed: true,
      attempts: 1,
    });
    expect(Object.keys(depot)).toEqual(['id']);
  });

  it('leaves to a view what its options leave undefined', async () => {
    api.answerWith(() => problemAnswer(503, 'unavailable'));
    const patient = new Waybill({ baseUrl, maxRetries: 0 });
    await expect(patient.withOptions({ maxRetries: undefined }).depots.list()).rejects.toThrow();
    expect(api.seen).toHaveLength(1);
  });

  it('tells onResponse of answers without a body and of refusals', async () => {
    const statuses: number[] = [];
    const view = waybill.withOptions({ onResponse: ({ status }) => statuses.push(status) });
    api.answer({ status: 204 }, problemAnswer(404, 'not_found'));
    await view.depots.delete('d1');
    await expect(view.depots.delete('d1')).rejects.toMatchObject({ status: 404 });
    expect(statuses).toEqual([204, 404]);
  });

  it('takes options for single calls without changing the client', async () => {
    api.answer({ body: {} });
    await waybill.depots.update(
      'd1',
      { name: 'New' },
      { idempotencyKey: 'once', ifMatch: '"3"', headers: { 'X-Request-Id': 'mine' } },
    );
    await waybill.depots.update('d1', { name: 'New' });
    expect(api.seen[0]?.headers).toMatchObject({
      'idempotency-key': 'once',
      'if-match': '"3"',
      'x-request-id': 'mine',
    });
    expect(api.seen[1]?.headers).not.toHaveProperty('idempotency-key');
    expect(api.seen[1]?.headers).not.toHaveProperty('if-match');
  });

  it('keeps the idempotency key that a call names itself', async () => {
    api.answer({ status: 201, body: {} });
    await waybill.depots.create({ name: 'A' }, { idempotencyKey: 'mine' });
    expect(api.seen[0]?.headers['idempotency-key']).toBe('mine');
  });

  it('makes an idempotency key for each POST of a signed-in caller', async () => {
    api.answer({ status: 201, body: {} });
    await waybill.depots.create({ name: 'A' });
    await waybill.depots.create({ name: 'A' });
    await waybill.auth.login({ email: 'ada@example.org', password: 'plum tractor sings' });
    const keys = api.seen.map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBeUndefined();
  });

  describe('with a file', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'waybill-sdk-'));
      await writeFile(join(folder, 'orders.csv'), 'Id,Notes\n1,from disk\n');
    });
    afterAll(() => rm(folder, { recursive: true }));

    it.each([
      ['a path', () => join(folder, 'orders.csv'), undefined, 'from disk'],
      ['a Blob', () => new Blob(['Id\n2 blob']), 'blob.csv', '2 blob'],
      ['a File', () => new File(['Id\n3 file'], 'orders.csv'), undefined, '3 file'],
      ['bytes', () => Buffer.from('Id\n4 bytes'), 'bytes.csv', '4 bytes'],
      ['a buffer', () => new TextEncoder().encode('Id\n5 buffer').buffer, 'buffer.csv', '5 buffer'],
      [
        'a Node stream',
        () => Readable.from([Buffer.from('Id\n6 '), Buffer.from('stream')]),
        'stream.csv',
        '6 stream',
      ],
      ['a web stream', () => new Blob(['Id\n7 web']).stream(), 'web.csv', '7 web'],
    ])('takes %s', async (_kind, source, name, content) => {
      api.answer({ status: 202, body: { id: 'i1', status: 'queued' } });
      const started = await waybill.imports.create(source(), {
        name,
        mode: 'all_or_nothing',
        dryRun: true,
        mapping: { No: 'externalId' },
      });
      expect(started.id).toBe('i1');
      const { method, url, headers, body } = api.seen[0]!;
      expect([method, url]).toEqual(['POST', '/v1/order-imports']);
      expect(headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
      expect(body).toContain(`filename="${name ?? 'orders.csv'}"`);
      expect(body).toContain(content);
      expect(body).toContain('{"No":"externalId"}');
      expect(body.indexOf('all_or_nothing')).toBeLessThan(body.indexOf('filename='));
      expect(body).not.toContain('duplicates');
    });

    it('asks for a name where there is none, and says which file is missing', async () => {
      await expect(fileFrom(Buffer.from('x'))).rejects.toThrow('Name the file');
      await expect(fileFrom(join(folder, 'none.csv'))).rejects.toMatchObject({
        code: 'file_not_readable',
        detail: `“${join(folder, 'none.csv')}”: there is no such file (ENOENT).`,
      });
    });

    it('says which file may not be read', async () => {
      // Root may read everything.
      const { promises } = process.getBuiltinModule('node:fs');
      const refused = jest
        .spyOn(promises, 'access')
        .mockRejectedValue(Object.assign(new Error(), { code: 'EACCES' }));
      const file = join(folder, 'orders.csv');
      await expect(fileFrom(file)).rejects.toMatchObject({
        detail: `“${file}”: it cannot be read (EACCES).`,
      });
      refused.mockRestore();
    });

    it('sends it whole again on a retry, under the same key', async () => {
      api.answer({ status: 503, headers: { 'retry-after': '0' } }, { status: 202, body: { id: 'i1' } });
      const view = waybill.withOptions({ retryDelay: 1 });
      await view.imports.create(join(folder, 'orders.csv'), { kind: 'stops' });
      expect(api.seen.map(({ url, body }) => [url, body.includes('from disk')])).toEqual([
        ['/v1/stop-imports', true],
        ['/v1/stop-imports', true],
      ]);
      expect(api.seen[1]?.headers['idempotency-key']).toBe(api.seen[0]?.headers['idempotency-key']);
    });
  });

  it('waits for an import, telling where it stands', async () => {
    const progress = (status: string, rowsProcessed: number) => ({
      body: { id: 'i1', status, rowsProcessed },
    });
    const steps = [progress('queued', 0), progress('running', 10), progress('completed_with_errors', 33)];
    api.answerWith(({ url }) =>
      url.startsWith('/v1/events/') ? problemAnswer(403, 'permission_denied') : steps.shift()!,
    );
    const seen: number[] = [];
    const end = await waybill.imports.wait('i1', {
      interval: 1,
      onProgress: ({ rowsProcessed }) => seen.push(rowsProcessed),
    });
    expect(end.status).toBe('completed_with_errors');
    expect(seen).toEqual([0, 10, 33]);
  });

  it('does not take a failure while it waits for an import for the end of its time', async () => {
    api.answer({ status: 403, body: { code: 'permission_denied', status: 403 } });
    const waiting = waybill.imports.wait('i1', { timeout: 60_000 });
    await expect(waiting).rejects.toMatchObject({ status: 403, code: 'permission_denied' });
  });

  it('stops waiting for an import when told to', async () => {
    api.answer({ body: { id: 'i1', status: 'running' } });
    const stop = new AbortController();
    const waiting = waybill.imports.wait('i1', {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(waiting).rejects.toMatchObject({ code: 'aborted', cause: new Error('enough') });
  });

  it('walks through all pages, asking for one when it is needed', async () => {
    api.answerWith(({ url }) => {
      const cursor = new URL(url, baseUrl).searchParams.get('cursor');
      return {
        body: cursor
          ? { items: [{ name: 'c' }], nextCursor: null }
          : { items: [{ name: 'a' }, { name: 'b' }], nextCursor: 'n=2' },
      };
    });
    const names: [string, number][] = [];
    for await (const { name } of waybill.depots.list({ limit: 2 })) names.push([name, api.seen.length]);
    expect(names).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 2],
    ]);
    expect(api.seen.map(({ url }) => url)).toEqual(['/v1/depots?limit=2', '/v1/depots?limit=2&cursor=n%3D2']);
  });
});
