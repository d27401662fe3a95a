export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** The points of one app at one store: they leak back at a steady rate. */
export class Bucket {
  private used = 0;
  private since: number;
  private readonly size: () => { maximumAvailable: number; restoreRate: number };
  private readonly now: () => number;

  constructor(size: () => { maximumAvailable: number; restoreRate: number }, now: () => number = Date.now) {
    this.size = size;
    this.now = now;
    this.since = now();
  }

  status(): ThrottleStatus {
    this.restore();
    const { maximumAvailable, restoreRate } = this.size();
    return { maximumAvailable, currentlyAvailable: Math.floor(maximumAvailable - this.used), restoreRate };
  }

  /** Takes what a query may cost; false, and nothing taken, when there is not as much. */
  take(cost: number): boolean {
    this.restore();
    if (this.used + cost > this.size().maximumAvailable) return false;
    this.used += cost;
    return true;
  }

  /** Puts back what it did not cost. */
  putBack(cost: number): void {
    this.used = Math.max(0, this.used - cost);
  }

  /** Leaves as many points as this. */
  leave(points: number): void {
    this.restore();
    this.used = Math.max(0, this.size().maximumAvailable - points);
  }

  private restore(): void {
    const now = this.now();
    this.used = Math.max(0, this.used - ((now - this.since) / 1000) * this.size().restoreRate);
    this.since = now;
  }
}
