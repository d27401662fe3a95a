import type { ServerResponse } from 'node:http';
import { Waybill } from '../src/index.js';
import { problemAnswer, StubApi, type Reaction } from './stub-api.js';

describe('waiting for an import', () => {
  const api = new StubApi();
  let waybill: Waybill;
  beforeAll(async () => {
    waybill = new Waybill({ baseUrl: await api.start(), token: 'token-1', retryDelay: 1 });
  });
  afterAll(() => api.stop());

  const isStream = (url: string) => url.startsWith('/v1/events/stream');
  const streams = () => api.seen.filter(({ url }) => isStream(url)).length;
  const told = (importId: string, type = 'import.completed') =>
    `id: 1\nevent: ${type}\ndata: ${JSON.stringify({ type, data: { importId } })}\n\n`;
  /** Imports that end when a test says so, and event streams as it says. */
  function serve(stream: (response: ServerResponse) => Reaction | void) {
    const finished = new Set<string>();
    api.answerWith(({ url }) => {
      if (isStream(url)) return (response) => void stream(response);
      const id = url.split('/').at(-1)!;
      return { body: { id, status: finished.has(id) ? 'completed' : 'running' } };
    });
    return finished;
  }
  const begin = (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('id: start\n\n');
  };

  it('ends as soon as the stream says so, however seldom it asks', async () => {
    let stream: ServerResponse;
    const finished = serve((response) => {
      begin((stream = response));
      response.write(told('another') + told('i1', 'import.progressed'));
    });
    const seen: string[] = [];
    const onProgress = ({ status }: { status: string }) => {
      if (seen.push(status) !== 2) return;
      finished.add('i1');
      stream.write(told('i1'));
    };
    const done = await waybill.imports.wait('i1', { interval: 600_000, onProgress });
    expect(done.status).toBe('completed');
    expect(seen).toEqual(['running', 'running', 'completed']);
  });

  it('keeps one stream for all imports, and none when they have ended', async () => {
    const open = new Set<ServerResponse>();
    const finished = serve((response) => {
      begin(response);
      open.add(response);
      response.once('close', () => open.delete(response));
      setTimeout(() => {
        for (const id of ['i1', 'i2', 'i3']) {
          finished.add(id);
          response.write(told(id));
        }
      }, 50);
    });
    await Promise.all(['i1', 'i2', 'i3'].map((id) => waybill.imports.wait(id, { interval: 600_000 })));
    expect(streams()).toBe(1);
    while (open.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    finished.clear();
    await waybill.imports.wait('i1', { interval: 600_000 });
    expect(streams()).toBe(2);
  });

  it('opens none for an import that has ended already', async () => {
    serve(begin).add('i1');
    await waybill.imports.wait('i1');
    expect(api.seen.map(({ url }) => url)).toEqual(['/v1/order-imports/i1']);
  });

  const streamsThat: Record<string, (response: ServerResponse) => unknown> = {
    'may not be read': (response) => {
      const { status, body, headers } = problemAnswer(403, 'permission_denied');
      response.writeHead(status!, headers).end(JSON.stringify(body));
    },
    'a proxy holds back': (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }),
    'begins and says nothing': begin,
    'is never answered': () => undefined,
    'is cut, each time': (response) => {
      begin(response);
      response.destroy();
    },
    'is something else': (response) => response.end('<h1>Welcome</h1>'),
    'tells nonsense': (response) => {
      begin(response);
      response.write('id: 1\ndata: {\n\n');
    },
  };

  it.each(Object.keys(streamsThat))('asks by itself beside a stream that %s', async (name) => {
    const finished = serve((response) => void streamsThat[name]!(response));
    const seen: string[] = [];
    const done = await waybill.imports.wait('i1', {
      interval: 5,
      onProgress: ({ status }) => {
        if (seen.push(status) === 4) finished.add('i1');
      },
    });
    expect(done.status).toBe('completed');
    expect(seen).toEqual(['running', 'running', 'running', 'running', 'completed']);
  });

  it('ends by its time or the caller’s signal while the stream is open', async () => {
    const open = new Set<ServerResponse>();
    serve((response) => {
      begin(response);
      open.add(response);
      response.once('close', () => open.delete(response));
    });
    await expect(waybill.imports.wait('i1', { interval: 600_000, timeout: 50 })).rejects.toMatchObject({
      code: 'timeout',
    });
    const signal = AbortSignal.timeout(50);
    await expect(waybill.imports.wait('i1', { interval: 600_000, signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
    while (open.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
