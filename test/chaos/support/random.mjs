/** Chances that fall the same way again under the same seed (mulberry32). */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** One of its own for a part of the run, so that parts do not change each other's chances. */
  fork(name) {
    let hash = this.state;
    for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
    return new Random(hash);
  }

  /** From 0 up to, without, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  /** One of `[weight, value]` pairs. */
  weighted(pairs) {
    let left = this.next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
    return pairs.find(([weight]) => (left -= weight) < 0)?.[1] ?? pairs.at(-1)[1];
  }
}
