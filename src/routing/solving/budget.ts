import type { SearchLimits } from './problem.js';

const defaultMilliseconds = 1_000;

/** How much longer a search may go on. */
export class Budget {
  private readonly endsAt: number;
  private readonly iterations: number;
  private spent = 0;
  private asked = 0;
  private over = false;

  constructor({ milliseconds, iterations }: SearchLimits) {
    const fallback = iterations === undefined ? defaultMilliseconds : Infinity;
    this.endsAt = performance.now() + (milliseconds ?? fallback);
    this.iterations = iterations ?? Infinity;
  }

  /** Counts an iteration; false when there may be no more. */
  next(): boolean {
    return this.spent++ < this.iterations && this.hasTime();
  }

  /** Looks at the clock only now and then: that costs as much as the work between. */
  hasTime(): boolean {
    if (this.asked++ % 16 === 0) this.over = performance.now() >= this.endsAt;
    return !this.over;
  }

  /** What is left, of which a part of the search may take a share. */
  share(part: number): SearchLimits {
    const left = this.endsAt - performance.now();
    return {
      ...(left < Infinity && { milliseconds: Math.max(0, left) * part }),
      ...(this.iterations < Infinity && { iterations: Math.ceil(this.iterations * part) }),
    };
  }
}
