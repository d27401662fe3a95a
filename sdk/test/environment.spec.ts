import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Waybill, version } from '../src/index.js';
import { inBrowser, userAgent, uuid } from '../src/transport/runtime.js';
import { emptyPage, StubApi } from './stub-api.js';

describe('where the SDK runs', () => {
  const api = new StubApi();
  let baseUrl: string;
  beforeAll(async () => {
    baseUrl = await api.start();
  });
  afterAll(() => api.stop());
  beforeEach(() => api.answer(emptyPage));
  afterEach(() => {
    delete process.env.WAYBILL_URL;
    delete process.env.WAYBILL_API_KEY;
  });
  const authorization = () => api.seen.map(({ headers }) => headers.authorization);

  it('prefers what is given, and sends no key where none is wanted', async () => {
    process.env.WAYBILL_URL = 'http://127.0.0.1:1';
    process.env.WAYBILL_API_KEY = 'wb_live_from-the-environment';
    await new Waybill({ baseUrl, apiKey: 'wb_live_given' }).depots.list();
    await new Waybill({ baseUrl, token: 'given' }).depots.list();
    await new Waybill({ baseUrl, apiKey: null }).depots.list();
    expect(authorization()).toEqual(['Bearer wb_live_given', 'Bearer given', undefined]);
  });

  it('names itself, its version and its runtime', async () => {
    const manifest = JSON.parse(readFileSync(join(process.cwd(), 'sdk/package.json'), 'utf8')) as {
      version: string;
    };
    expect(version).toBe(manifest.version);
    await new Waybill({ baseUrl }).depots.list();
    expect(api.seen[0]?.headers['user-agent']).toBe(`waybill-sdk/${version} node/${process.versions.node}`);
  });

  it.each(['bun', 'deno'])('names %s, which calls itself Node too', (name) => {
    const versions = Object.getOwnPropertyDescriptor(process, 'versions')!;
    Object.defineProperty(process, 'versions', {
      ...versions,
      value: { ...process.versions, [name]: '2.5.0' },
    });
    try {
      expect(userAgent()).toBe(`waybill-sdk/${version} ${name}/2.5.0`);
    } finally {
      Object.defineProperty(process, 'versions', versions);
    }
  });

  it('takes nothing for a browser that only likens itself to one', () => {
    const agent = Object.getOwnPropertyDescriptor(globalThis, 'navigator')!;
    Object.defineProperty(globalThis, 'navigator', {
      value: { userAgent: 'Workers (like Mozilla/5.0)' },
      configurable: true,
    });
    try {
      expect(inBrowser()).toBe(false);
    } finally {
      Object.defineProperty(globalThis, 'navigator', agent);
    }
  });

  it('makes keys where a page has no randomUUID', () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      const keys = new Set(Array.from({ length: 100 }, uuid));
      expect(keys.size).toBe(100);
      for (const key of keys)
        expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
      expect(crypto.randomUUID()).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  describe('in a browser', () => {
    const agent = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    beforeAll(() => {
      Object.defineProperty(globalThis, 'navigator', {
        value: { userAgent: 'Mozilla/5.0' },
        configurable: true,
      });
    });
    afterAll(() => {
      if (agent) Object.defineProperty(globalThis, 'navigator', agent);
    });

    it('leaves the name to the browser', async () => {
      await new Waybill({ baseUrl }).depots.list();
      expect(api.seen[0]?.headers['user-agent']).not.toMatch('waybill-sdk');
    });

    it('tells the start and the end of an upload', async () => {
      api.answer({ status: 202, body: { id: 'i1' } });
      const told: number[] = [];
      const onUploadProgress = ({ sentBytes, totalBytes }: { sentBytes: number; totalBytes: number }) =>
        told.push(sentBytes / totalBytes);
      await new Waybill({ baseUrl }).imports.create(
        new Blob(['Id\n1']),
        { name: 'a.csv' },
        { onUploadProgress },
      );
      expect(told).toEqual([0, 1]);
      expect(api.seen[0]?.body).toContain('filename="a.csv"');
    });
  });
});
