import { problem } from '../problems/problems.js';

interface GateLimits {
  /** Jobs that run at once in this process, at most one per tenant. */
  atOnce: number;
  /** Jobs that may wait for their turn. */
  waiting: number;
  /** Jobs of one tenant, whether running, waiting or still uploading. */
  perTenant: number;
}

interface Waiting {
  tenant: string;
  go: () => void;
}

/** One job's pass through a {@link Gate}. */
export interface GatePass {
  /**
   * Resolves when the work may run.
   * @throws Problem `too_many_at_once` when too many wait; the signal's reason when it aborts
   */
  turn(signal: AbortSignal): Promise<void>;
  /** Releases the slot, whether or not the work ran. May be called twice. */
  leave(): void;
}

/** Limits how much costly work runs at once in this process, and how much of it is one tenant's. */
export class Gate {
  private readonly present = new Map<string, number>();
  private readonly running = new Set<string>();
  private queue: Waiting[] = [];

  constructor(
    private readonly what: string,
    private readonly limits: GateLimits,
  ) {}

  /** @throws Problem `too_many_at_once` when the tenant is at its limit */
  enter(tenant: string): GatePass {
    const count = this.present.get(tenant) ?? 0;
    if (count >= this.limits.perTenant) {
      throw tooMany(`You have as many ${this.what} under way as one may. Wait for one to end.`);
    }
    this.present.set(tenant, count + 1);
    const waiting: Waiting = { tenant, go: () => undefined };
    let isRunning = false;
    let hasLeft = false;
    return {
      turn: async (signal) => {
        await this.wait(waiting, signal);
        isRunning = true;
      },
      leave: () => {
        if (hasLeft) return;
        hasLeft = true;
        this.count(tenant, -1);
        if (isRunning) this.running.delete(tenant);
        this.admit();
      },
    };
  }

  /**
   * Does the work of a tenant when it is its turn.
   * @throws as {@link enter} and {@link GatePass.turn} do, and what the work throws
   */
  async inTurn<T>(tenant: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const pass = this.enter(tenant);
    try {
      await pass.turn(signal);
      return await work();
    } finally {
      pass.leave();
    }
  }

  private async wait(waiting: Waiting, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.queue.length >= this.limits.waiting) {
      throw tooMany(`Many ${this.what} are under way. Try again in a few seconds.`);
    }
    await new Promise<void>((resolve, reject) => {
      const abort = () => {
        this.queue = this.queue.filter((other) => other !== waiting);
        reject(signal.reason as Error);
      };
      waiting.go = () => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      signal.addEventListener('abort', abort, { once: true });
      this.queue.push(waiting);
      this.admit();
    });
  }

  /** Starts those that have waited longest, skipping tenants whose work is running. */
  private admit(): void {
    while (this.running.size < this.limits.atOnce) {
      const index = this.queue.findIndex(({ tenant }) => !this.running.has(tenant));
      if (index === -1) return;
      const [next] = this.queue.splice(index, 1);
      this.running.add(next!.tenant);
      next!.go();
    }
  }

  private count(tenant: string, change: number): void {
    const count = (this.present.get(tenant) ?? 0) + change;
    if (count > 0) this.present.set(tenant, count);
    else this.present.delete(tenant);
  }
}

function tooMany(detail: string) {
  return problem('too_many_at_once', detail, undefined, { 'retry-after': '2' });
}
