import { setTimeout as delay } from 'node:timers/promises';

export const states = ['up', 'degraded', 'down'] as const;
/** `degraded`: it works, but somebody should look. */
export type State = (typeof states)[number];

const patienceMilliseconds = 1_000;

/**
 * Looks at one thing, for a second at most; what fails or takes longer is down. Any number of callers share one look,
 * so that neither probes nor strangers can pile them up on something that hangs.
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
