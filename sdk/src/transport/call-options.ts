import type { RequestOptions, TransportSettings } from '../options.js';
import { combined } from './deadline.js';
import { definedEntries } from './request-parts.js';

const defaults = { timeout: 60_000, maxRetries: 2, retryDelay: 500, maxAnswerBytes: 256 * 2 ** 20 };

/** A call's options with nothing left to be decided. */
export type CallOptions = Omit<RequestOptions, 'signal'> &
  typeof defaults & { signal: AbortSignal | undefined };

/** The call's own options before the client's, and both of their signals and headers. */
export function callOptions({ request }: TransportSettings, options: RequestOptions): CallOptions {
  return {
    ...defaults,
    ...request,
    ...Object.fromEntries(definedEntries({ ...options })),
    headers: { ...request.headers, ...options.headers },
    signal: combined(request.signal, options.signal),
  };
}
