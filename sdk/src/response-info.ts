/** What an answer says beside its body. */
export interface ResponseInfo {
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

const infos = new WeakMap<object, ResponseInfo>();

export function describeResponse({ status, headers }: Response, attempts: number): ResponseInfo {
  return {
    status,
    headers,
    requestId: headers.get('x-request-id') ?? undefined,
    etag: headers.get('etag') ?? undefined,
    replayed: headers.get('idempotency-replayed') === 'true',
    attempts,
  };
}

export function remember(answer: unknown, info: ResponseInfo): void {
  if (typeof answer === 'object' && answer !== null) infos.set(answer, info);
}

/** Headers, status and request id of the answer that this object came in. */
export function responseOf(answer: object): ResponseInfo | undefined {
  return infos.get(answer);
}
