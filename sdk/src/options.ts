import type { Credentials } from './credentials.js';
import type { UploadProgress } from './files/upload-progress.js';
import type { Session } from './generated/models/Session.js';
import type { ResponseInfo } from './transport/response-info.js';

/** One try, before it is sent. */
export interface RequestInfo {
  method: string;
  url: string;
  /** What is sent; may be added to, e.g. for tracing. Holds the token: keep it out of logs. */
  headers: Headers;
  /** 1 for the first try. */
  attempts: number;
}

/** What may be set for every call of a client, and changed for single ones. */
export interface SharedOptions {
  /** Ends the call, its retries included, with an AbortError. A client's and a call's both count. */
  signal?: AbortSignal | undefined;
  /** Milliseconds each try may take, its answer's body included; of a file, until its next bytes. Default 60 000; 0 waits for ever. */
  timeout?: number | undefined;
  /** How often a failed try is repeated where that is safe. Default 2. */
  maxRetries?: number | undefined;
  /** Milliseconds before the first retry, doubled for each further one up to 8 000, with jitter. Default 500. */
  retryDelay?: number | undefined;
  /** Most bytes of an answer that are kept in memory. Default 256 MiB; 0 for any number. */
  maxAnswerBytes?: number | undefined;
  /** Sent as well; they win over the SDK's own. */
  headers?: Record<string, string> | undefined;
  /** Told of every try before it is sent. */
  onRequest?: ((request: RequestInfo) => unknown) | undefined;
  /** Told of every answer before it is read, of those that say no as well. */
  onResponse?: ((info: ResponseInfo) => unknown) | undefined;
}

/** What may be set for one call. */
export interface RequestOptions extends SharedOptions {
  /** Names this one effect: however often the call is repeated, it happens once. Made by itself for every POST. */
  idempotencyKey?: string | undefined;
  /** The ETag that was read, `order.lastResponse.etag`; after a change in between the call fails with a StaleVersionError. */
  ifMatch?: string | undefined;
  /** Told how far an upload is; anew for each try. Browsers tell the start and the end only. */
  onUploadProgress?: ((progress: UploadProgress) => void) | undefined;
}

export interface WaybillOptions extends SharedOptions {
  /** Where the API lives, e.g. `https://portal.example.com`; without it, `WAYBILL_URL` of the environment. */
  baseUrl?: string | URL | undefined;
  /** An access token or an API key. */
  token?: string | null | undefined;
  /** An API key; the same as `token`, and never renewed. Without any of them, `WAYBILL_API_KEY`; null sends none. */
  apiKey?: string | null | undefined;
  /** With it, an access token that is missing or has ended is renewed once and the call repeated. */
  refreshToken?: string | undefined;
  /** Told the new tokens after each renewal, so that they can be kept: a refresh token works once. */
  onRefresh?: ((session: Session) => void | Promise<void>) | undefined;
  /** Another `fetch`, e.g. with a proxy. */
  fetch?: typeof fetch | undefined;
}

/** What the transport needs to know of a client. */
export interface TransportSettings {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly credentials: Credentials;
  readonly request: SharedOptions;
}
