import { identifyProcess } from './process-lock.js';

const LOOK_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Watches a server process, started here or adopted: when it exits, calls `restart` with growing pauses until
 * it succeeds. {@link end} stops watching.
 */
export class PostmasterWatch {
  isUp = true;
  private readonly ended = new AbortController();
  private identity: string | undefined;
  private timer?: NodeJS.Timeout;
  private failures = 0;

  constructor(
    private server: { pid: number },
    private readonly log: (message: string) => void,
    private readonly restart: (signal: AbortSignal) => Promise<{ pid: number }>,
  ) {
    this.again(0);
  }

  end(): void {
    this.ended.abort();
    clearTimeout(this.timer);
  }

  private again(milliseconds: number): void {
    if (this.ended.signal.aborted) return;
    this.timer = setTimeout(() => void this.look(), milliseconds).unref();
  }

  private async look(): Promise<void> {
    try {
      const identity = await identifyProcess(this.server.pid);
      this.identity ??= identity;
      if (this.isUp && (identity === undefined || identity !== this.identity)) {
        this.isUp = false;
        this.log(`PostgreSQL (process ${this.server.pid}) is gone; starting it again`);
      }
      if (!this.isUp) await this.bringBack();
      this.failures = 0;
    } catch (error) {
      if (this.ended.signal.aborted) return;
      this.failures += 1;
      this.log(
        `PostgreSQL could not be started again: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    this.again(Math.min(LOOK_MS * 2 ** this.failures, LONGEST_PAUSE_MS));
  }

  private async bringBack(): Promise<void> {
    this.server = await this.restart(this.ended.signal);
    this.identity = await identifyProcess(this.server.pid);
    this.isUp = true;
    this.log(`PostgreSQL runs again (process ${this.server.pid})`);
  }
}
