import { z } from 'zod';

/** `extensions.cost` of an answer, by https://shopify.dev/docs/api/usage/limits. */
export const costOfAnswer = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    throttleStatus: z.object({
      maximumAvailable: z.number(),
      currentlyAvailable: z.number(),
      restoreRate: z.number().positive(),
    }),
  }),
});
export type CostOfAnswer = z.output<typeof costOfAnswer>['cost'];

/**
 * How full one store’s bucket is, as far as this process knows: Shopify takes each query’s cost out of it and pours a
 * steady rate in. Before the first answer it is taken to have room.
 */
export class CostBucket {
  private available = Infinity;
  private maximum = Infinity;
  private rate = Infinity;
  private at = performance.now();
  private underWay = 0;

  /** Takes room for a query of this cost, and answers for how many milliseconds it has to wait. First come, first served. */
  take(cost: number): number {
    this.pour();
    this.underWay += cost;
    // What exceeds the bucket itself can only be refused.
    this.available -= Math.min(cost, this.maximum);
    return this.available >= 0 ? 0 : (-this.available / this.rate) * 1_000;
  }

  /** An answer came, or none. */
  ended(cost: number, answered?: CostOfAnswer): void {
    this.underWay -= cost;
    if (!answered) {
      // It was not asked, or nobody knows what it cost.
      this.available += Math.min(cost, this.maximum);
      return;
    }
    const { maximumAvailable, currentlyAvailable, restoreRate } = answered.throttleStatus;
    [this.maximum, this.rate, this.at] = [maximumAvailable, restoreRate, performance.now()];
    this.available = currentlyAvailable - this.underWay;
  }

  private pour(): void {
    const now = performance.now();
    if (this.rate !== Infinity)
      this.available = Math.min(this.maximum, this.available + ((now - this.at) / 1_000) * this.rate);
    this.at = now;
  }
}
