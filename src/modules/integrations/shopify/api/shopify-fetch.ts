import { AsyncLocalStorage } from 'node:async_hooks';
import { withoutEndSlashes } from '../../../../common/http/end-slashes.js';

const answerMilliseconds = 15_000;
/** Far above the largest answer of what we ask; more is no answer of Shopify’s. */
const mostBytes = 32 * 1024 * 1024;

interface ShopifyCall {
  /** Where a stub plays all stores. */
  stubUrl?: string;
  signal?: AbortSignal;
}

const calls = new AsyncLocalStorage<ShopifyCall>();

/** Runs `work`, whose calls by {@link shopifyFetch} are made as `call` says. The library passes nothing on itself. */
export const asShopifyCall = <T>(call: ShopifyCall, work: () => Promise<T>): Promise<T> =>
  calls.run(call, work);

/** Where the stub plays what is at this `https://{shop}{path}`: at `{stub}/{shop}{path}`. */
export const stubbed = (url: URL, stubUrl: string) =>
  `${withoutEndSlashes(stubUrl)}/${url.host}${url.pathname}${url.search}`;

/**
 * The one way out to Shopify: bounded in time and size, and never to where a redirect leads, which would be given the
 * token.
 */
export async function shopifyFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const { stubUrl, signal } = calls.getStore() ?? {};
  const asked = new URL(input instanceof Request ? input.url : input);
  const url = stubUrl === undefined ? asked.href : stubbed(asked, stubUrl);
  const given = [AbortSignal.timeout(answerMilliseconds), signal, init.signal];
  const limit = AbortSignal.any(given.filter((one) => one != null));
  const response = await fetch(url, { ...init, signal: limit, redirect: 'manual' });
  const body = await bounded(response);
  const { status, statusText, headers } = response;
  return new Response(body.length === 0 ? null : body, { status, statusText, headers });
}

async function bounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (response.body)
    for await (const piece of response.body as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > mostBytes) throw new Error(`The answer is larger than ${mostBytes} bytes`);
      pieces.push(piece);
    }
  return Buffer.concat(pieces);
}
