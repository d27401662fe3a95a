/** What an answer says beside its body. */
export interface ResponseInfo {
  method: string;
  url: string;
  status: number;
  headers: Headers;
  /** Names the request in the server's log. */
  requestId: string | undefined;
  /** The version that was read: send it as `ifMatch` with a change. */
  etag: string | undefined;
  /** Whether the answer is the first one's, given again for its idempotency key. */
  replayed: boolean;
  /** How many tries it took. */
  attempts: number;
}

/** An answer, with its status, headers and request id as `lastResponse`; it is no part of the answer's JSON. */
export type Answer<T> = T & { readonly lastResponse: ResponseInfo };

export function describeResponse(
  { status, headers }: Response,
  request: { method: string; url: string; attempts: number },
): ResponseInfo {
  return {
    ...request,
    status,
    headers,
    requestId: headers.get('x-request-id') ?? undefined,
    etag: headers.get('etag') ?? undefined,
    replayed: headers.get('idempotency-replayed') === 'true',
  };
}

/** Puts it beside an answer's own properties, where neither JSON nor a copy takes it along. */
export function remember(answer: unknown, info: ResponseInfo): void {
  if (typeof answer === 'object' && answer !== null)
    Object.defineProperty(answer, 'lastResponse', { value: info, configurable: true });
}

/**
 * Headers, status and request id of the answer that this came in: an object, page, file or error, or a call's promise
 * once it is settled, which also answers for calls that give nothing.
 */
export function responseOf(answer: object): ResponseInfo | undefined {
  return (answer as Partial<Answer<object>>).lastResponse;
}
