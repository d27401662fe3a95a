import { emptyPage, problemAnswer, type Reaction, type SeenRequest } from '../stub-api.js';
import { end, type Fault } from './fault.js';

const expired = problemAnswer(401, 'token_invalid');

/** Knows `token-2` only, and gives it once, for `refresh-1`. */
function server(): (request: SeenRequest) => Reaction {
  let used = false;
  return ({ url, headers, body }) => {
    if (url !== '/v1/auth/refresh') return headers.authorization === 'Bearer token-2' ? emptyPage : expired;
    if (used || body !== '{"refreshToken":"refresh-1"}') return expired;
    used = true;
    return { body: { accessToken: 'token-2', refreshToken: 'refresh-2' } };
  };
}

/** Tokens that have ended. */
export const tokens: Fault[] = [
  {
    fault: 'the token ends under ten calls at once',
    meet: async ({ api, sdk, baseUrl }) => {
      api.answerWith(server());
      const waybill = new sdk.Waybill({ baseUrl, token: 'token-1', refreshToken: 'refresh-1' });
      const calls = Array.from({ length: 10 }, () => end(waybill.depots.list()));
      const ends = new Set(await Promise.all(calls));
      const renewals = api.seen.filter(({ url }) => url === '/v1/auth/refresh').length;
      return `${[...ends].join(' or ')} ten times, ${renewals} renewal`;
    },
    sees: /^\{"items":\[\],"nextCursor":null\} ten times, 1 renewal$/,
  },
  {
    fault: 'the token ends, then one 503 after another: a renewal is no retry',
    meet: async ({ api, sdk, baseUrl }) => {
      const renewing = server();
      let failures = 2;
      api.answerWith((request) => {
        const reaction = renewing(request);
        return reaction === emptyPage && failures-- > 0 ? problemAnswer(503, 'unavailable') : reaction;
      });
      const waybill = new sdk.Waybill({
        baseUrl,
        token: 'token-1',
        refreshToken: 'refresh-1',
        retryDelay: 1,
      });
      return end(waybill.depots.list());
    },
    sees: /^\{"items":\[\]/,
  },
  {
    fault: 'a caller aborts while the token is renewed; another waits for the same renewal',
    meet: async ({ api, sdk, baseUrl }) => {
      const renewing = server();
      api.answerWith((request) => {
        const reaction = renewing(request);
        if (request.url !== '/v1/auth/refresh') return reaction;
        return (response) =>
          void setTimeout(() => {
            response.setHeader('content-type', 'application/json');
            response.end(JSON.stringify((reaction as { body: object }).body));
          }, 200);
      });
      const waybill = new sdk.Waybill({
        baseUrl,
        token: 'token-1',
        refreshToken: 'refresh-1',
        timeout: 5_000,
      });
      const stop = new AbortController();
      const order: string[] = [];
      const first = end(waybill.depots.list({}, { signal: stop.signal }));
      const second = end(waybill.depots.list());
      setTimeout(() => stop.abort(), 80);
      void first.then(() => order.push('first'));
      void second.then(() => order.push('second'));
      return `${await first} | ${await second} | ${order.join(', ')}`;
    },
    sees: /^AbortError aborted: .* \| \{"items":\[\].* \| first, second$/,
  },
  {
    fault: 'the refresh token has been used up',
    meet: ({ api, sdk, baseUrl }) => {
      api.answerWith(server());
      const waybill = new sdk.Waybill({ baseUrl, token: 'token-1', refreshToken: 'used-up' });
      return end(waybill.depots.list());
    },
    sees: /^AuthenticationError token_invalid/,
  },
];
