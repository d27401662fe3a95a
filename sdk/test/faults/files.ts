import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { end, type Fault } from './fault.js';

const csv = { method: 'GET', url: '/v1/orders/export', accept: 'text/csv' } as const;

function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/csv', 'content-length': '100' });
  response.write('Id\n1\n', () => response.destroy());
}

/** Files that break off or are too large. */
export const files: Fault[] = [
  {
    fault: 'a download to disk breaks off in each try',
    meet: async ({ api, waybill, folder }) => {
      api.answer(breakOff);
      const path = join(folder, 'broken.csv');
      const seen = await end(waybill.download(csv).toFile(path));
      return `${seen} · ${api.seen.length} requests, ${existsSync(path) || existsSync(`${path}.part`) ? 'half a file' : 'no file'}`;
    },
    sees: /^ConnectionError connection_failed: .* · 3 requests, no file$/,
  },
  {
    fault: 'a download to disk breaks off once',
    meet: async ({ api, waybill, folder }) => {
      api.answer(breakOff, { headers: { 'content-type': 'text/csv' }, body: 'Id\n1\n2\n' });
      const path = await waybill.download(csv).toFile(join(folder, 'whole.csv'));
      return JSON.stringify(readFileSync(path, 'utf8'));
    },
    sees: /^"Id\\n1\\n2\\n"$/,
  },
  {
    fault: 'a download as a stream breaks off',
    meet: async ({ api, waybill }) => {
      api.answer(breakOff);
      return end(async () => new Response(await waybill.download(csv).stream()).text());
    },
    sees: /^ConnectionError connection_failed/,
  },
  {
    fault: 'a download as a stream stands still past `timeout`',
    meet: async ({ api, waybill }) => {
      api.answer((response) => {
        response.writeHead(200, { 'content-type': 'text/csv' });
        response.write('Id\n');
      });
      const stream = await waybill.download(csv, { timeout: 500 }).stream();
      return end(new Response(stream).text());
    },
    sees: /^TimeoutError timeout/,
  },
  {
    fault: 'a download larger than maxAnswerBytes, as a Blob',
    meet: ({ api, waybill }) => {
      api.answer({ headers: { 'content-type': 'text/csv' }, body: 'x'.repeat(2_000) });
      return end(waybill.download(csv, { maxAnswerBytes: 1_000 }));
    },
    sees: /^UnexpectedAnswerError answer_too_large/,
  },
];
