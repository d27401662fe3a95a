import { setTimeout as delay } from 'node:timers/promises';

export const states = ['up', 'degraded', 'down'] as const;
/** `degraded`: works, but needs attention. */
export type State = (typeof states)[number];

const patienceMilliseconds = 1_000;

/**
 * Runs one check for at most a second; what fails or takes longer is down. Concurrent callers share one run,
 * so that neither probes nor strangers can pile up on a check that hangs.
 */
export class BoundedCheck {
  private looking?: Promise<State>;

  constructor(private readonly look: () => State | Promise<State>) {}

  async state(): Promise<State> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = undefined));
    const stop = new AbortController();
    const late = delay<State>(patienceMilliseconds, 'down', { signal: stop.signal }).catch(
      () => 'down' as const,
    );
    try {
      return await Promise.race([this.looking, late]);
    } finally {
      stop.abort();
    }
  }

  private async lookOnce(): Promise<State> {
    try {
      return await this.look();
    } catch {
      return 'down';
    }
  }
}
