import { emptyPage, problemAnswer } from '../stub-api.js';
import { end, endAfter, type Fault } from './fault.js';

/** Calls that take too long, or that nobody wants any more. */
export const stopping: Fault[] = [
  {
    fault: 'the caller aborts while the server thinks',
    meet: ({ api, waybill }) => {
      const stop = new AbortController();
      api.answer(() => stop.abort());
      return endAfter(api, waybill.depots.list({}, { signal: stop.signal }));
    },
    sees: /^AbortError aborted: The caller’s signal ended the call\. · 1 request$/,
  },
  {
    fault: 'the caller aborts in the pause before a retry',
    meet: ({ api, waybill }) => {
      api.answer(problemAnswer(503, 'unavailable', { headers: { 'retry-after': '50' } }));
      const stop = new AbortController();
      const onResponse = () => setTimeout(() => stop.abort(), 20);
      return endAfter(api, waybill.depots.list({}, { signal: stop.signal, onResponse }));
    },
    sees: /^AbortError aborted: .* · 1 request$/,
  },
  {
    fault: 'the caller aborts before anything is sent',
    meet: ({ api, waybill }) => {
      api.answer(emptyPage);
      return endAfter(api, waybill.depots.list({}, { signal: AbortSignal.abort() }));
    },
    sees: /^AbortError aborted: .* · 0 requests$/,
  },
  {
    fault: 'the client’s own signal aborts, and the call has another',
    meet: ({ api, sdk, baseUrl }) => {
      const page = new AbortController();
      api.answer(() => page.abort());
      const client = new sdk.Waybill({ baseUrl, token: 't', signal: page.signal });
      return end(
        client.depots.list({}, { signal: new AbortController().signal, timeout: 3_000, maxRetries: 0 }),
      );
    },
    sees: /^AbortError aborted/,
  },
  {
    fault: 'no answer within `timeout`',
    meet: ({ api, waybill }) => {
      api.answer('never answer');
      return endAfter(api, waybill.depots.list({}, { timeout: 500 }));
    },
    sees: /^TimeoutError timeout: There was no whole answer within 500 ms\. · 3 requests$/,
  },
  {
    fault: 'an answer that drips on past `timeout`',
    meet: ({ api, waybill }) => {
      api.answer((response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      });
      return end(waybill.depots.list({}, { timeout: 100, maxRetries: 0 }));
    },
    sees: /^TimeoutError timeout/,
  },
  {
    fault: 'an import that takes longer than wait({ timeout })',
    meet: ({ api, waybill }) => {
      api.answer({ status: 202, body: { id: 'i1', status: 'running' } });
      const started = waybill.imports.create(new Blob(['Id']), { name: 'orders.csv' });
      return end(started.wait({ interval: 5, timeout: 100 }));
    },
    sees: /^TimeoutError timeout: The import had not ended after 100 ms; it goes on\.$/,
  },
  {
    fault: 'the caller stops waiting for an import',
    meet: ({ api, waybill }) => {
      api.answer({ status: 202, body: { id: 'i1', status: 'running' } });
      const stop = new AbortController();
      const onProgress = () => stop.abort();
      const started = waybill.imports.create(new Blob(['Id']), { name: 'orders.csv' });
      return end(started.wait({ signal: stop.signal, onProgress }));
    },
    sees: /^AbortError aborted/,
  },
];
