import { gzipSync } from 'node:zlib';
import { emptyPage, problemAnswer } from '../stub-api.js';
import { end, endAfter, type Fault } from './fault.js';

const depot = { name: 'A' };
const page = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<h1>Sign in to this network</h1>',
};

/** Answers that are not the API's. */
export const answers: Fault[] = [
  {
    fault: 'a POST is answered 302',
    meet: ({ api, waybill, baseUrl }) => {
      api.answer(
        { status: 302, headers: { location: `${baseUrl}/elsewhere` } },
        { body: { id: 'not created' } },
      );
      return endAfter(api, waybill.depots.create(depot));
    },
    sees: /^UnexpectedAnswerError redirected: POST .*\/v1\/depots was sent on to .*\/elsewhere, .* · 1 request$/,
  },
  {
    fault: 'a GET is answered 301 to another host',
    meet: ({ api, waybill }) => {
      api.answer({ status: 301, headers: { location: 'http://127.0.0.1:1/v1/depots' } });
      return endAfter(api, waybill.depots.list());
    },
    sees: /^UnexpectedAnswerError redirected: .*127\.0\.0\.1:1\/v1\/depots, .* · 1 request$/,
  },
  {
    fault: 'a network’s sign-in page answers 200 to a GET',
    meet: ({ api, waybill }) => {
      api.answer(page);
      return endAfter(api, waybill.depots.get('d1'));
    },
    sees: /^UnexpectedAnswerError answer_of_wrong_type: Expected application\/json, got 200 text\/html \(“<h1>.* · 1 request$/,
  },
  {
    fault: 'the same page answers 200 to a DELETE',
    meet: ({ api, waybill }) => {
      api.answer(page);
      return end(waybill.depots.delete('d1'));
    },
    sees: /^UnexpectedAnswerError answer_of_wrong_type: Expected no content, got 200 text\/html/,
  },
  {
    fault: 'the same page answers 200 to a download',
    meet: ({ api, waybill }) => {
      api.answer(page);
      return end(waybill.download({ method: 'GET', url: '/v1/orders/export', accept: 'text/csv' }));
    },
    sees: /^UnexpectedAnswerError answer_of_wrong_type: Expected text\/csv, got 200 text\/html/,
  },
  {
    fault: 'an order is answered as null, as a list of nothing, and with no content',
    meet: async ({ api, waybill }) => {
      const ends: string[] = [];
      for (const answer of [{ body: 'null' }, { body: '"order"' }, { status: 204 }]) {
        api.answer(answer);
        ends.push((await end(waybill.depots.get('d1'))).split(':')[0]!);
      }
      return ends.join(', ');
    },
    sees: /^(UnexpectedAnswerError answer_of_wrong_type(, )?){3}$/,
  },
  {
    fault: 'JSON that breaks off, its length told wrong by a proxy',
    meet: ({ api, waybill }) => {
      api.answer({ headers: { 'x-request-id': 'req-2' }, body: '{"items": [' });
      return end(waybill.depots.list());
    },
    sees: /^UnexpectedAnswerError answer_not_readable: The answer says that it is JSON but is not;/,
  },
  {
    fault: 'the connection breaks off in the middle of an answer, once',
    meet: ({ api, waybill }) => {
      api.answer((response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"items":', () => response.destroy());
      }, emptyPage);
      return endAfter(api, waybill.depots.list());
    },
    sees: /^\{"items":\[\].* · 2 requests$/,
  },
  {
    fault: 'an answer without end',
    meet: ({ api, waybill }) => {
      api.answer((response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = () => void response.write(' '.repeat(64_000), (error) => error ?? setImmediate(more));
        more();
      });
      return endAfter(api, waybill.depots.list({}, { maxAnswerBytes: 1_000_000 }));
    },
    sees: /^UnexpectedAnswerError answer_too_large: The answer is larger than 1000000 bytes.* · 1 request$/,
  },
  {
    fault: '20 kB of gzip that unpack to 20 MB',
    meet: ({ api, waybill }) => {
      const bomb = gzipSync(Buffer.alloc(20_000_000, ' '));
      api.answer((response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(bomb);
      });
      return end(waybill.depots.list({}, { maxAnswerBytes: 1_000_000 }));
    },
    sees: /^UnexpectedAnswerError answer_too_large/,
  },
  {
    fault: 'a proxy’s page says 502 to all tries',
    meet: ({ api, waybill }) => {
      api.answer({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad Gateway</h1>' });
      return endAfter(api, waybill.depots.list());
    },
    sees: /^ServerError unknown: Bad Gateway · 3 requests$/,
  },
  {
    fault: 'a code that this version does not know',
    meet: ({ api, waybill }) => {
      api.answer(problemAnswer(409, 'depot_is_haunted'));
      return end(waybill.depots.delete('d1'));
    },
    sees: /^ConflictError depot_is_haunted: Detail of depot_is_haunted\.$/,
  },
];
