import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { emptyPage, problemAnswer, type Reaction } from '../stub-api.js';
import { end, endAfter, type Fault, type World } from './fault.js';

const depot = { name: 'A' };
const created: Reaction = { status: 201, body: { id: 'd1' } };
const list = ({ api, waybill }: World) => endAfter(api, waybill.depots.list());

async function takes(work: Promise<string>): Promise<string> {
  const started = performance.now();
  return `${await work} after ${performance.now() - started >= 900 ? 'a second' : 'no time'}`;
}

/** Two failures of a kind, then an answer. */
const passing = (name: string, failure: Reaction): Fault => ({
  fault: `${name}, twice, to a GET`,
  meet: (world) => {
    world.api.answer(failure, failure, emptyPage);
    return list(world);
  },
  sees: /^\{"items":\[\].* · 3 requests$/,
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const keyOf = ({ api }: World) =>
  new Set(api.seen.map(({ headers }) => headers['idempotency-key'] ?? 'none')).size;

/** Failures that pass by themselves, and what is done about them. */
export const retries: Fault[] = [
  ...[408, 500, 502, 503, 504].map((status) => passing(`${status}`, problemAnswer(status, 'unavailable'))),
  passing('429', problemAnswer(429, 'rate_limited')),
  passing('the server hangs up', 'hang up'),
  {
    fault: 'a POST meets a hang-up, then 409 idempotency_in_flight',
    meet: async (world) => {
      world.api.answer('hang up', problemAnswer(409, 'idempotency_in_flight'), created);
      const seen = await endAfter(world.api, world.waybill.depots.create(depot));
      return `${seen}, ${keyOf(world)} key`;
    },
    sees: /^\{"id":"d1"\} · 3 requests, 1 key$/,
  },
  {
    fault: 'a POST finds its key held by a server that died',
    meet: async (world) => {
      const held = problemAnswer(409, 'idempotency_in_flight');
      world.api.answer('hang up', held, held, held, held, created);
      const seen = await endAfter(world.api, world.waybill.depots.create(depot));
      return `${seen}, ${keyOf(world)} key`;
    },
    sees: /^\{"id":"d1"\} · 6 requests, 1 key$/,
  },
  {
    fault: 'any other 409',
    meet: ({ api, waybill }) => {
      api.answer(problemAnswer(409, 'depot_is_main'));
      return endAfter(api, waybill.depots.delete('d1'));
    },
    sees: /^ConflictError depot_is_main: .* · 1 request$/,
  },
  {
    fault: 'a PATCH without a key meets a hang-up: it may have happened',
    meet: ({ api, waybill }) => {
      api.answer('hang up');
      return endAfter(api, waybill.depots.update('d1', {}));
    },
    sees: /^ConnectionError connection_failed: .* · 1 request$/,
  },
  {
    fault: 'a PATCH meets a server that starts a moment later: it never left',
    meet: async ({ sdk }) => {
      const server = createServer((_, response) =>
        response.setHeader('content-type', 'application/json').end('{"id":"d1"}'),
      );
      const port = await freePort();
      const waybill = new sdk.Waybill({
        baseUrl: `http://127.0.0.1:${port}`,
        token: 't',
        retryDelay: 400,
        maxRetries: 4,
      });
      const call = waybill.depots.update('d1', {});
      setTimeout(() => server.listen(port, '127.0.0.1'), 100);
      const seen = await end(call);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      return seen;
    },
    sees: /^\{"id":"d1"\}$/,
  },
  {
    fault: 'nobody listens',
    meet: async ({ sdk }) => {
      const baseUrl = `http://127.0.0.1:${await freePort()}`;
      return end(new sdk.Waybill({ baseUrl, retryDelay: 1 }).depots.list());
    },
    sees: /^ConnectionError connection_failed: http:\/\/127\.0\.0\.1:\d+ could not be reached \(ECONNREFUSED\): nothing listens there/,
  },
  {
    fault: '429 with Retry-After: 1',
    meet: (world) => {
      world.api.answer(problemAnswer(429, 'rate_limited', { headers: { 'retry-after': '1' } }), emptyPage);
      return takes(list(world));
    },
    sees: /^\{"items":\[\].* · 2 requests after a second$/,
  },
  {
    fault: '503 with Retry-After as a date, by a server whose clock is a day behind',
    meet: (world) => {
      const yesterday = Date.now() - 86_400_000;
      const headers = {
        date: new Date(yesterday).toUTCString(),
        'retry-after': new Date(yesterday + 1_000).toUTCString(),
      };
      world.api.answer(problemAnswer(503, 'unavailable', { headers }), emptyPage);
      return takes(list(world));
    },
    sees: /^\{"items":\[\].* · 2 requests after a second$/,
  },
  {
    fault: '429 with Retry-After of an hour: past the ceiling of a minute',
    meet: async ({ api, waybill, sdk }) => {
      api.answer(problemAnswer(429, 'rate_limited', { headers: { 'retry-after': '3600' } }));
      let seconds: number | undefined;
      const call = waybill.depots.list().catch((error: unknown) => {
        if (error instanceof sdk.RateLimitError) seconds = error.retryAfter;
        throw error;
      });
      return `${await endAfter(api, call)}, retryAfter ${seconds}`;
    },
    sees: /^RateLimitError rate_limited: .* · 1 request, retryAfter 3600$/,
  },
];
