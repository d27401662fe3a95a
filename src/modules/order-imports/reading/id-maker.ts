import { randomFillSync } from 'node:crypto';

const poolBytes = 8 * 1_024;
const counterBits = 12;

/**
 * Makes UUIDv7 fast and strictly increasing: a 12-bit counter follows the milliseconds, and random bits are
 * fetched in bulk.
 */
export class IdMaker {
  private readonly pool = Buffer.allocUnsafeSlow(poolBytes);
  private used = poolBytes;
  private milliseconds = 0;
  private counter = 0;
  private time = '';

  next(): string {
    if (this.used === poolBytes) {
      randomFillSync(this.pool);
      this.used = 0;
    }
    const tail = this.pool.toString('hex', this.used, this.used + 8);
    this.used += 8;
    const variant = '89ab'[Number.parseInt(tail[0]!, 16) & 3]!;
    return `${this.head()}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
  }

  private head(): string {
    const now = Date.now();
    this.counter += 1;
    if (now > this.milliseconds || this.counter === 1 << counterBits) {
      this.milliseconds = Math.max(now, this.milliseconds + 1);
      this.counter = 0;
      const hex = this.milliseconds.toString(16).padStart(12, '0');
      this.time = `${hex.slice(0, 8)}-${hex.slice(8)}-7`;
    }
    return this.time + this.counter.toString(16).padStart(3, '0');
  }
}
