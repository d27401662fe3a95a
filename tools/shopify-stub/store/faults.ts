import { sleep } from '../http/http-io.ts';

/** What goes wrong next, and how often. */
export interface Fault {
  /** Calls of the Admin API, of the token endpoint, or the removal of the app. */
  on: 'graphql' | 'token' | 'revoke';
  /** Only calls with this root field or operation name. */
  operation?: string;
  /**
   * - `status`: answers `status` (503 unless named) and does nothing, with `retryAfter` as the header where given
   * - `cut`: ends the connection and does nothing
   * - `cutAfter`: does the work, then ends the connection
   * - `slow`: does the work and answers `ms` later; without `ms`, once the faults are ended
   * - `throttled`: answers as an empty bucket does
   * - `internal`: HTTP 200 with `INTERNAL_SERVER_ERROR`
   * - `userErrors`: a mutation does nothing and answers `messages`
   * - `refuse`: the token endpoint answers that the token is no longer active
   */
  do: 'status' | 'cut' | 'cutAfter' | 'slow' | 'throttled' | 'internal' | 'userErrors' | 'refuse';
  status?: number;
  retryAfter?: string;
  ms?: number;
  messages?: string[];
  /** How many calls; one unless named. */
  times?: number;
  /** How many calls go well before. */
  after?: number;
}

export class Faults {
  private waiting: (Fault & { times: number; after: number })[] = [];
  private held: (() => void)[] = [];

  add(fault: Fault): void {
    this.waiting.push({ ...fault, times: fault.times ?? 1, after: fault.after ?? 0 });
  }

  clear(): void {
    this.waiting = [];
    for (const answer of this.held.splice(0)) answer();
  }

  /** Waits as long as an answer is slow. */
  async delay(fault: Fault | undefined): Promise<void> {
    if (fault?.do !== 'slow') return;
    const { ms } = fault;
    await (ms === undefined ? new Promise<void>((resolve) => this.held.push(resolve)) : sleep(ms));
  }

  all(): readonly Fault[] {
    return this.waiting;
  }

  /** The fault that this call meets, which is then used up. */
  take(on: Fault['on'], names: readonly string[] = []): Fault | undefined {
    for (const fault of this.waiting) {
      if (fault.on !== on || (fault.operation && !names.includes(fault.operation))) continue;
      if (fault.after-- > 0) continue;
      if (--fault.times <= 0) this.waiting = this.waiting.filter((one) => one !== fault);
      return fault;
    }
    return undefined;
  }
}
