import { execFileSync } from 'node:child_process';
import { lstat, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Waybill, type OrderImport, type UploadProgress } from '../src/index.js';
import { StubApi } from './stub-api.js';

const csv = { method: 'GET', url: '/v1/orders/export', accept: 'text/csv' } as const;

describe('files of the SDK', () => {
  const api = new StubApi();
  let waybill: Waybill;
  let folder: string;
  beforeAll(async () => {
    waybill = new Waybill({ baseUrl: await api.start(), token: 'token-1', retryDelay: 1 });
    folder = await mkdtemp(join(tmpdir(), 'waybill-sdk-'));
    await writeFile(join(folder, 'orders.csv'), `Id\n${'1\n'.repeat(200_000)}`);
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['a path', () => join(folder, 'orders.csv')],
    ['bytes', () => Buffer.alloc(400_000, '1')],
    ['a Blob', () => new Blob([Buffer.alloc(400_000, '1')])],
    ['a stream', () => Readable.from([Buffer.alloc(200_000, '1'), Buffer.alloc(200_000, '1')])],
  ])('tell how far the upload of %s is, to the last byte', async (_kind, source) => {
    api.answer({ status: 202, body: { id: 'i1', status: 'queued' } });
    const told: UploadProgress[] = [];
    await waybill.imports.create(
      source(),
      { name: 'orders.csv' },
      { onUploadProgress: (progress) => told.push(progress) },
    );
    const { body, headers } = api.seen[0]!;
    const totalBytes = Buffer.byteLength(body);
    expect(told.length).toBeGreaterThan(4);
    expect(told.map(({ sentBytes }) => sentBytes)).toEqual(
      told.map(({ sentBytes }) => sentBytes).sort((a, b) => a - b),
    );
    expect(told.at(-1)).toEqual({ sentBytes: totalBytes, totalBytes });
    expect(headers['content-length'] ?? headers['transfer-encoding']).toBe('chunked');
    expect(body).toContain('filename="orders.csv"');
  });

  it('tell an upload that is repeated from its start', async () => {
    api.answer({ status: 503 }, { status: 202, body: { id: 'i1' } });
    const told: number[] = [];
    const onUploadProgress = ({ sentBytes, totalBytes }: UploadProgress) => {
      if (sentBytes === totalBytes) told.push(sentBytes);
    };
    await waybill.imports.create(join(folder, 'orders.csv'), {}, { onUploadProgress });
    expect(told).toHaveLength(2);
    expect(api.seen[1]?.body.length).toBe(api.seen[0]?.body.length);
  });

  it('are sent and waited for in one expression', async () => {
    const states = ['queued', 'running', 'completed'];
    api.answerWith(({ method, url }) =>
      url.startsWith('/v1/events/')
        ? 'never answer'
        : { body: { id: 'i1', status: method === 'POST' ? 'queued' : states.shift() } },
    );
    const seen: OrderImport['status'][] = [];
    const started = waybill.imports.create(join(folder, 'orders.csv'), { kind: 'stops' });
    const done = await started.wait({ interval: 1, onProgress: ({ status }) => seen.push(status) });
    expect(done.status).toBe('completed');
    expect((await started).status).toBe('queued');
    expect(seen).toEqual(['queued', 'running', 'completed']);
    expect(new Set(api.seen.map(({ url }) => url))).toEqual(
      new Set([
        '/v1/stop-imports',
        '/v1/stop-imports/i1',
        '/v1/events/stream?types=import.progressed&types=import.completed',
      ]),
    );
  });

  it('come as a Blob with its type, as a stream, and as a file on disk', async () => {
    const body = '\u00ff,"1"\r\n'.repeat(50_000);
    api.answer({ headers: { 'content-type': 'text/csv; charset=utf-8', 'x-request-id': 'req-1' }, body });
    const blob = await waybill.download(csv);
    expect([blob.type, await blob.text()]).toEqual(['text/csv; charset=utf-8', body]);
    expect(await new Response(await waybill.download(csv).stream()).text()).toBe(body);
    const path = await waybill.download(csv).toFile(join(folder, 'export.csv'));
    expect(await readFile(path, 'utf8')).toBe(body);
    expect(api.seen.map(({ headers }) => headers.accept)).toEqual(Array(3).fill('text/csv, */*;q=0.5'));
  });

  it('go where a link leads, keep who may read them, and replace no pipe', async () => {
    api.answer({ headers: { 'content-type': 'text/csv' }, body: 'Id\n1\n' });
    const [file, link, pipe] = ['mine.csv', 'link.csv', 'pipe'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(file, 'older', { mode: 0o600 });
    await symlink(file, link);
    await waybill.download(csv).toFile(link);
    expect([await readFile(file, 'utf8'), (await lstat(link)).isSymbolicLink()]).toEqual(['Id\n1\n', true]);
    expect((await lstat(file)).mode & 0o777).toBe(0o600);
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([readFile(pipe, 'utf8'), waybill.download(csv).toFile(pipe)]);
    expect([read, (await lstat(pipe)).isFIFO()]).toEqual(['Id\n1\n', true]);
    await expect(waybill.download(csv).toFile(folder)).rejects.toMatchObject({
      code: 'file_not_readable',
      detail: `“${folder}” cannot be written (EISDIR).`,
    });
  });

  it.each([
    ['goes on', (response: ServerResponse) => setInterval(() => response.write('1\n'), 5)],
    ['stands still', () => undefined],
  ])('that are no longer wanted end an answer that %s', async (_, then) => {
    const closed = Promise.withResolvers<void>();
    api.answer((response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      response.write('1\n');
      const more = then(response);
      response.once('close', () => {
        clearInterval(more);
        closed.resolve();
      });
    });
    const reader = (await waybill.download(csv, { timeout: 0 }).stream()).getReader();
    await reader.read();
    // By now it waits for what comes next.
    await setImmediate();
    await reader.cancel();
    await closed.promise;
  });
});
