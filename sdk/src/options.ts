import type { Credentials } from './credentials.js';
import type { Session } from './generated/models/Session.js';
import type { ResponseInfo } from './response-info.js';

/** What may be set for every call and changed for single ones by `withOptions`. */
export interface RequestOptions {
  /** Names this one effect: however often the call is repeated, it happens once. Made by itself for every POST. */
  idempotencyKey?: string;
  /** The ETag that was read; a change in between answers 412. */
  ifMatch?: string;
  /** Ends the call, its retries included; it then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds each try may take, its answer's body included. Default 60 000; 0 waits for ever. */
  timeout?: number;
  /** How often a failed try is repeated where that is safe. Default 2. */
  maxRetries?: number;
  /** Milliseconds before the first retry, doubled for each further one, with jitter. Default 500. */
  retryDelay?: number;
  /** Sent as well; they win over the SDK's own. */
  headers?: Record<string, string>;
  /** Told of every answer, before it is read. */
  onResponse?: (info: ResponseInfo) => void;
}

export interface WaybillOptions extends Omit<RequestOptions, 'idempotencyKey' | 'ifMatch'> {
  /** Where the API lives, e.g. `https://portal.example.com`. */
  baseUrl: string;
  /** An access token or an API key. */
  token?: string;
  /** An API key; the same as `token`, and never refreshed. */
  apiKey?: string;
  /** With it, an access token that has ended is renewed once and the call repeated. */
  refreshToken?: string;
  /** Told the new tokens after each renewal, so that they can be kept: a refresh token works once. */
  onRefresh?: (session: Session) => void | Promise<void>;
  /** Another `fetch`, e.g. with a proxy. */
  fetch?: typeof fetch;
}

/** What the transport needs to know of a client. */
export interface TransportSettings {
  baseUrl: string;
  fetch: typeof fetch;
  credentials: Credentials;
  request: RequestOptions;
}
