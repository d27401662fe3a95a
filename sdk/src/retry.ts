import { WaybillError } from './errors.js';

/** Longest wait the SDK takes upon itself, in seconds; past it the caller is told. */
const patience = 60;
const longestDelay = 8_000;

const repeatable = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

/** Whether a second try can do no harm: the method says so, or a key makes the server do it once. */
export function isRepeatable(method: string, idempotencyKey: string | undefined): boolean {
  return repeatable.has(method) || idempotencyKey !== undefined;
}

/** Whether another try may help. A 429 was turned away before anything happened, whatever the method. */
export function isWorthRetrying(error: unknown, safeToRepeat: boolean): error is WaybillError {
  if (!(error instanceof WaybillError)) return false;
  if ((error.retryAfter ?? 0) > patience) return false;
  if (error.status === 429) return true;
  return safeToRepeat && (isPassing(error.status) || error.code === 'idempotency_in_flight');
}

/** No answer at all, or one from a server or gateway that is down for a moment. */
function isPassing(status: number): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

/** Milliseconds before the next try: twice as long each time, half of it random, after what the server asks for. */
export function delayBefore(retry: number, base: number, error: WaybillError): number {
  const backoff = Math.min(longestDelay, base * 2 ** (retry - 1));
  return (error.retryAfter ?? 0) * 1000 + backoff * (0.5 + Math.random() / 2);
}

/** Waits; rejects with the signal's reason as soon as it aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
