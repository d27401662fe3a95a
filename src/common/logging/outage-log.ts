import type { LoggerService } from '@nestjs/common';

/** Longer than probes and patient clients wait between two requests. */
const quietMilliseconds = 30_000;

interface Outage {
  since: number;
  requests: number;
  /** Those of the current period. */
  recent: number;
}

/**
 * Logs failures that many requests share: one line when they begin, one per period while they last, and one
 * when a period passed without any. A line per request would be thousands that say the same.
 */
export class OutageLog {
  private readonly outages = new Map<string, Outage>();

  constructor(
    private readonly logger: Pick<LoggerService, 'error' | 'warn'>,
    private readonly period = quietMilliseconds,
  ) {}

  note(error: unknown, requestId: string): void {
    const cause = causeOf(error);
    const known = this.outages.get(cause);
    if (known) {
      known.requests += 1;
      known.recent += 1;
      return;
    }
    this.outages.set(cause, { since: performance.now(), requests: 1, recent: 0 });
    this.logger.error(
      { err: error, requestId, cause },
      'A request could not be answered; others that fail for the same cause are counted',
    );
    const timer = setInterval(() => this.tell(cause) || clearInterval(timer), this.period).unref();
  }

  /** @returns whether it goes on */
  private tell(cause: string): boolean {
    const outage = this.outages.get(cause)!;
    const { requests, recent, since } = outage;
    const line = { cause, requests, seconds: Math.round((performance.now() - since) / 1000) };
    outage.recent = 0;
    if (recent > 0) this.logger.warn(line, 'Requests still cannot be answered');
    else if (this.outages.delete(cause) && requests > 1) this.logger.warn(line, 'Requests fail no longer');
    return recent > 0;
  }
}

function causeOf(error: unknown): string {
  const { cause, code, message } = error as { cause?: unknown; code?: string; message?: string };
  return code ?? (cause ? causeOf(cause) : (message ?? String(error)));
}
