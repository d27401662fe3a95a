import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { problemAnswer } from '../stub-api.js';
import { end, type Fault, type World } from './fault.js';

const uploaded = ({ api }: World) =>
  api.seen.map(({ body }) =>
    /filename="(.*)"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(body)?.slice(1).join(': '),
  );

/** As if the program ran in a page. */
async function inPage<T>(work: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { userAgent: 'Mozilla/5.0' }, configurable: true });
  try {
    return await work();
  } finally {
    if (own) Object.defineProperty(globalThis, 'navigator', own);
  }
}

/** What surrounds a fault: where the client is, what goes up and down, and what can be learnt of an answer. */
export const uses: Fault[] = [
  {
    fault: 'a page of another origin, which the server does not know',
    meet: ({ sdk, baseUrl }) =>
      inPage(() => {
        const fails = () => Promise.reject(new TypeError('Failed to fetch'));
        return end(new sdk.Waybill({ baseUrl, maxRetries: 0, fetch: fails }).depots.list());
      }),
    sees: /^ConnectionError connection_failed: .*\(Failed to fetch\): in a browser the likely cause is CORS: add .* to CORS_ORIGINS/,
  },
  {
    fault: 'ten clients meet one 503: they come again at different moments',
    meet: async ({ api, sdk, baseUrl }) => {
      const came: number[] = [];
      api.answerWith(() => {
        if (api.seen.length > 10) came.push(performance.now());
        return api.seen.length > 10 ? { body: { id: 'd' } } : problemAnswer(503, 'unavailable');
      });
      const clients = Array.from({ length: 10 }, () => new sdk.Waybill({ baseUrl, retryDelay: 400 }));
      await Promise.all(clients.map((client) => client.depots.get('d')));
      return Math.max(...came) - Math.min(...came) > 40 ? 'apart' : 'together';
    },
    sees: /^apart$/,
  },
  {
    fault: 'nothing given, WAYBILL_URL and WAYBILL_API_KEY in the environment',
    meet: async ({ api, sdk, baseUrl }) => {
      api.answer({ body: { id: 'd' } });
      Object.assign(process.env, { WAYBILL_URL: baseUrl, WAYBILL_API_KEY: 'wb_test_env' });
      try {
        return `${await end(new sdk.Waybill().depots.get('d'))} as ${api.seen[0]?.headers.authorization}`;
      } finally {
        delete process.env.WAYBILL_URL;
        delete process.env.WAYBILL_API_KEY;
      }
    },
    sees: /^\{"id":"d"\} as Bearer wb_test_env$/,
  },
  {
    fault: 'files from a path, a Blob, bytes and a stream',
    meet: async (world) => {
      world.api.answer({ status: 202, body: { id: 'i1' } });
      const path = join(world.folder, 'a.csv');
      await writeFile(path, 'path');
      const create = (source: Parameters<typeof world.waybill.imports.create>[0], name?: string) =>
        world.waybill.imports.create(source, { name });
      await create(path);
      await create(new Blob(['blob']), 'b.csv');
      await create(new TextEncoder().encode('bytes'), 'c.csv');
      await create(new Blob(['stream']).stream(), 'd.csv');
      return uploaded(world).join(', ');
    },
    sees: /^a\.csv: path, b\.csv: blob, c\.csv: bytes, d\.csv: stream$/,
  },
  {
    fault: 'an upload whose first try meets 503: its progress, and the file again',
    meet: async ({ api, waybill }) => {
      api.answer(problemAnswer(503, 'unavailable'), { status: 202, body: { id: 'i1' } });
      const ends: boolean[] = [];
      await waybill.imports.create(
        new Blob(['x'.repeat(200_000)]),
        { name: 'a.csv' },
        { onUploadProgress: ({ sentBytes, totalBytes }) => ends.push(sentBytes === totalBytes) },
      );
      return `${ends.length} steps, ${ends.filter(Boolean).length} ends, ${api.seen.map(({ body }) => body.length > 200_000).join()}`;
    },
    sees: /^8 steps, 2 ends, true,true$/,
  },
  {
    fault: 'a file down, as a Blob, as a stream and to disk',
    meet: async ({ api, waybill, folder }) => {
      api.answer({ headers: { 'content-type': 'text/csv' }, body: 'Id\n1\n' });
      const file = () => waybill.orderImports.downloadTemplate();
      const path = await file().toFile(join(folder, 'template.csv'));
      const texts = [
        await (await file()).text(),
        await new Response(await file().stream()).text(),
        await readFile(path, 'utf8'),
      ];
      return JSON.stringify(texts);
    },
    sees: /^\["Id\\n1\\n","Id\\n1\\n","Id\\n1\\n"\]$/,
  },
  {
    fault: 'an answer after one 503: what is told of it, to whom',
    meet: async ({ api, waybill }) => {
      const headers = { etag: '"7"', 'x-request-id': 'req-7' };
      api.answer(problemAnswer(503, 'unavailable'), { headers, body: { id: 'd' } });
      const told: unknown[] = [];
      const depot = await waybill.depots.get('d', {
        onRequest: ({ method, attempts }) => told.push(`${method} ${attempts}`),
        onResponse: ({ status }) => told.push(status),
      });
      const { etag, requestId, attempts } = depot.lastResponse;
      return `${told.join(', ')}; ${etag} ${requestId} ${attempts} attempts; ${api.seen[0]?.headers['user-agent']}`;
    },
    sees: /^GET 1, 503, GET 2, 200; "7" req-7 2 attempts; waybill-sdk\/\d+\.\d+\.\d+ \w+\//,
  },
];
