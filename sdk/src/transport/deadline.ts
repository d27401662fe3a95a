import { AbortError, TimeoutError, WaybillError } from '../errors.js';
import { connectionFailed } from './connection-failed.js';

/** The longest time that timers know. */
const longest = 2 ** 31 - 1;

/** Ends one try: when the caller wants it, or when it takes too long. */
export class Deadline {
  /** Aborts when either happens. */
  readonly signal: AbortSignal;
  private readonly late = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param milliseconds until the try is given up; 0 waits for ever */
  constructor(
    private readonly caller: AbortSignal | undefined,
    private readonly milliseconds: number,
  ) {
    this.signal = combined(caller, this.late.signal) ?? this.late.signal;
    this.restart();
  }

  restart(): void {
    this.stop();
    if (this.milliseconds > 0)
      this.timer = setTimeout(() => this.late.abort(), Math.min(this.milliseconds, longest));
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Ends the try now, also where something is waited for. */
  end(): void {
    this.stop();
    this.late.abort();
  }

  /** Gives the network's work; its failure is told by whoever ended it: the caller, the clock or the network. */
  async over<R>(baseUrl: string, work: Promise<R>): Promise<R> {
    try {
      return await work;
    } catch (error) {
      if (this.caller?.aborted) throw aborted(this.caller);
      if (this.late.signal.aborted)
        throw timedOut(`There was no whole answer within ${this.milliseconds} ms.`, error);
      throw isNetworkFailure(error) ? connectionFailed(baseUrl, error) : error;
    }
  }
}

/** One signal for several; aborts with the first. */
export function combined(...signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length > 1 ? AbortSignal.any(given) : given[0];
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw aborted(signal);
}

function aborted(signal: AbortSignal): AbortError {
  const detail = 'The caller’s signal ended the call.';
  return new AbortError({ status: 0, code: 'aborted', detail, cause: signal.reason });
}

export function timedOut(detail: string, cause?: unknown): TimeoutError {
  return new TimeoutError({ status: 0, code: 'timeout', detail, cause });
}

/** Waits; fails as soon as the signal aborts. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      if (signal) reject(aborted(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort, { once: true });
  });
}

/** The result of work that others wait for as well: a caller that aborts leaves, the work goes on. */
export async function unlessAborted<R>(work: Promise<R>, signal: AbortSignal | undefined): Promise<R> {
  if (!signal) return work;
  const stop = new AbortController();
  const left = new Promise<never>((_, reject) => {
    throwIfAborted(signal);
    signal.addEventListener('abort', () => reject(aborted(signal)), { once: true, signal: stop.signal });
  });
  return Promise.race([work, left]).finally(() => stop.abort());
}

/** `fetch` says TypeError for a network that failed, and some runtimes their own errors with a code. */
function isNetworkFailure(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || error instanceof WaybillError) return false;
  return ('name' in error && error.name === 'TypeError') || 'code' in error;
}
