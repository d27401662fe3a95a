import type { RequestOptions, TransportSettings } from '../options.js';
import { combined } from './deadline.js';
import { definedEntries } from './request-parts.js';

const defaults = { timeout: 60_000, maxRetries: 2, retryDelay: 500, maxAnswerBytes: 256 * 2 ** 20 };

/** A call's options with nothing left to be decided. */
export type CallOptions = Omit<RequestOptions, 'signal'> &
  typeof defaults & { signal: AbortSignal | undefined };

/** Options before those that they refine; what they leave undefined stays, headers are joined, and both signals count. */
export function refined(request: RequestOptions, options: RequestOptions): RequestOptions {
  return {
    ...request,
    ...Object.fromEntries(definedEntries(options)),
    headers: { ...request.headers, ...options.headers },
    signal: combined(request.signal, options.signal),
  };
}

/** The call's own options before the client's. */
export function callOptions({ request }: TransportSettings, options: RequestOptions): CallOptions {
  return { ...defaults, ...refined(request, options) } as CallOptions;
}
