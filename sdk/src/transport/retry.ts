import { WaybillError } from '../errors.js';
import { wasNeverSent } from './connection-failed.js';

/** Longest wait the SDK takes upon itself, in seconds; past it the caller is told. */
const patience = 60;
const longestDelay = 8_000;

const repeatable = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Whether a second try can do no harm: the method says so, or a key makes the server do it once. */
export function isRepeatable(method: string, hasKey: boolean): boolean {
  return repeatable.has(method) || hasKey;
}

/** Whether another try may help. What was turned away or never left may be sent again whatever the method. */
export function isWorthRetrying(error: unknown, safeToRepeat: boolean): error is WaybillError {
  if (!isFailure(error)) return false;
  if ((error.retryAfter ?? 0) > patience) return false;
  if (error.status === 429 || wasNeverSent(error)) return true;
  return safeToRepeat && isPassing(error);
}

function isFailure(error: unknown): error is WaybillError {
  return error instanceof WaybillError;
}

/** No answer at all, a first try that still runs, or a server or gateway in trouble for a moment. */
function isPassing({ status, code }: WaybillError): boolean {
  if (status === 0) return code === 'connection_failed' || code === 'timeout';
  return status === 408 || status >= 500 || code === 'idempotency_in_flight';
}

/**
 * How often a call is repeated that is worth it. Whoever held its key may have died: the server lets go of it after ten
 * seconds, which five tries outlast.
 */
export const triesAfter = ({ code }: WaybillError, maxRetries: number): number =>
  code === 'idempotency_in_flight' && maxRetries > 0 ? Math.max(maxRetries, 5) : maxRetries;

/** Milliseconds before the next try: twice as long each time, half of it random, after what the server asks for. */
export function delayBefore(retry: number, base: number, error?: WaybillError): number {
  const backoff = Math.min(longestDelay, base * 2 ** (retry - 1));
  return (error?.retryAfter ?? 0) * 1000 + backoff * (0.5 + Math.random() / 2);
}
