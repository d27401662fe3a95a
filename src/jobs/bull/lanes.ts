/**
 * Lets Bull bring more jobs of a queue once there is room for as many as it may bring at once. A slow one among those
 * that came together holds its own slot, and nothing else.
 */
export class Lanes {
  private readonly held: (() => void)[] = [];

  /**
   * @param count how many times at once Bull may bring jobs
   * @param together how many it may bring each time
   * @param free how many slots no job has
   */
  constructor(
    private readonly count: number,
    private readonly together: number,
    private readonly free: () => number,
  ) {}

  /** Holds one that brought its jobs, until it may bring more. */
  hold(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.held.push(resolve);
    this.look();
    return promise;
  }

  /** To be called when a slot has become free. */
  look(): void {
    while (this.held.length > 0 && this.free() >= this.expected + this.together) this.held.shift()!();
  }

  /** What those that are not held may bring. */
  private get expected(): number {
    return (this.count - this.held.length) * this.together;
  }
}
