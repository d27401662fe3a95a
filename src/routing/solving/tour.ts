import { costs, hasWindows, type RoutingProblem } from './problem.js';

/**
 * A tour under change. Positions run from 1 to `last`; before them is the start, after them an end that costs nothing
 * to reach, so that no change needs a case of its own for the ends. Every change replaces one stretch: it is turned
 * around, or its two parts change places. What a change would save is known before it is made.
 */
export class Tour {
  readonly order: Int32Array;
  /** The position of every stop. */
  readonly position: Int32Array;
  readonly last: number;
  cost = 0;
  /** The stretch that changed since {@link settle}. */
  changedFrom = Infinity;
  changedTo = 0;
  private readonly width: number;
  private readonly travel: Float64Array;
  private readonly timed: boolean;
  private readonly skewed: boolean;
  /** Up to each position, how much longer the tour is backwards. */
  private readonly skew: Float64Array;
  /** Per position, when the driver leaves, and what it has cost until then. */
  private readonly clock: Float64Array;
  private readonly spent: Float64Array;
  private readonly scratch: Int32Array;
  private now = 0;
  private paid = 0;
  private here = 0;

  constructor(
    private readonly problem: RoutingProblem,
    order: ArrayLike<number>,
  ) {
    this.last = order.length;
    this.width = problem.size + 1;
    this.travel = withEnd(problem);
    this.timed = hasWindows(problem);
    this.skewed = isSkewed(problem);
    const positions = this.last + 2;
    this.order = new Int32Array(positions);
    this.order.set(order, 1);
    this.order[positions - 1] = problem.size;
    this.position = new Int32Array(this.width);
    this.skew = new Float64Array(positions);
    this.clock = new Float64Array(positions);
    this.spent = new Float64Array(positions);
    this.scratch = new Int32Array(positions);
    this.refresh(1, this.last);
    this.cost = this.fullCost();
  }

  get stops(): Int32Array {
    return this.order.slice(1, this.last + 1);
  }

  between(from: number, to: number): number {
    return this.travel[from * this.width + to]!;
  }

  /**
   * What turning the stretch from `i` to `j` would add to the cost; negative where it saves. What costs more than
   * `most` need not be exact.
   */
  turning(i: number, j: number, most: number): number {
    if (this.timed) {
      this.setOut(i - 1);
      this.walk(j, i);
      return this.arriveAt(j + 1, most) - this.cost;
    }
    const { order } = this;
    const [before, first, end, after] = [order[i - 1]!, order[i]!, order[j]!, order[j + 1]!];
    const joints =
      this.between(before, end) +
      this.between(first, after) -
      this.between(before, first) -
      this.between(end, after);
    return joints + this.turned(i, j);
  }

  /**
   * What it would add to the cost if the stretches from `i` to `middle` and from there to `j` changed places, either
   * of them turned around on the way.
   */
  swapping(
    i: number,
    middle: number,
    j: number,
    turnLeft: boolean,
    turnRight: boolean,
    most: number,
  ): number {
    if (this.timed) {
      this.setOut(i - 1);
      if (turnRight) this.walk(j, middle + 1);
      else this.walk(middle + 1, j);
      if (turnLeft) this.walk(middle, i);
      else this.walk(i, middle);
      return this.arriveAt(j + 1, most) - this.cost;
    }
    const { order } = this;
    const [before, after] = [order[i - 1]!, order[j + 1]!];
    const [left, leftEnd, right, rightEnd] = [order[i]!, order[middle]!, order[middle + 1]!, order[j]!];
    const joints =
      this.between(before, turnRight ? rightEnd : right) +
      this.between(turnRight ? right : rightEnd, turnLeft ? leftEnd : left) +
      this.between(turnLeft ? left : leftEnd, after) -
      this.between(before, left) -
      this.between(leftEnd, right) -
      this.between(rightEnd, after);
    return joints + (turnLeft ? this.turned(i, middle) : 0) + (turnRight ? this.turned(middle + 1, j) : 0);
  }

  turn(i: number, j: number, added: number): void {
    this.order.subarray(i, j + 1).reverse();
    this.changed(i, j, added);
  }

  swap(i: number, middle: number, j: number, turnLeft: boolean, turnRight: boolean, added: number): void {
    const left = this.order.subarray(i, middle + 1);
    const right = this.order.subarray(middle + 1, j + 1);
    if (turnLeft) left.reverse();
    if (turnRight) right.reverse();
    this.scratch.set(left);
    this.order.copyWithin(i, middle + 1, j + 1);
    this.order.set(this.scratch.subarray(0, middle - i + 1), i + j - middle);
    this.changed(i, j, added);
  }

  /** Takes the changes as they are. */
  settle(): void {
    this.changedFrom = Infinity;
    this.changedTo = 0;
  }

  /** Undoes the changes: `order` and `cost` are those of the last {@link settle}. */
  restore(order: Int32Array, cost: number): void {
    const { changedFrom: from, changedTo: to } = this;
    if (from > to) return;
    this.order.set(order.subarray(from, to + 1), from);
    this.refresh(from, to);
    this.cost = cost;
    this.settle();
  }

  private changed(i: number, j: number, added: number): void {
    this.cost += added;
    this.changedFrom = Math.min(this.changedFrom, i);
    this.changedTo = Math.max(this.changedTo, j);
    this.refresh(i, j);
  }

  /** Reckons anew what is known of the positions from `i` to `j`, and what follows from it for those behind. */
  private refresh(i: number, j: number): void {
    const { order, position, skew } = this;
    for (let at = i; at <= j; at++) position[order[at]!] = at;
    if (this.skewed) {
      for (let at = i; at <= this.last; at++) {
        const [before, here] = [order[at - 1]!, order[at]!];
        skew[at] = skew[at - 1]! + this.between(here, before) - this.between(before, here);
      }
    }
    if (!this.timed) return;
    this.setOut(i - 1);
    for (let at = i; at <= this.last; at++) {
      this.visit(order[at]!);
      this.clock[at] = this.now;
      this.spent[at] = this.paid;
    }
  }

  private fullCost(): number {
    if (this.timed) return this.spent[this.last]!;
    let sum = 0;
    for (let at = 1; at <= this.last; at++) sum += this.between(this.order[at - 1]!, this.order[at]!);
    return sum;
  }

  /** How much longer the stretch between two positions is backwards. */
  private turned(i: number, j: number): number {
    return this.skewed ? this.skew[j]! - this.skew[i]! : 0;
  }

  private setOut(position: number): void {
    this.here = this.order[position]!;
    this.now = this.clock[position]!;
    this.paid = this.spent[position]!;
  }

  private walk(from: number, to: number): void {
    const step = from <= to ? 1 : -1;
    for (let at = from; at !== to + step; at += step) this.visit(this.order[at]!);
  }

  /** The cost to the end. Whoever leaves a stop at the moment planned goes on as planned. */
  private arriveAt(position: number, most: number): number {
    const enough = this.cost + most;
    for (let at = position; at <= this.last && this.paid < enough; at++) {
      this.visit(this.order[at]!);
      if (this.now === this.clock[at]!) return this.paid + this.spent[this.last]! - this.spent[at]!;
    }
    return this.paid;
  }

  private visit(stop: number): void {
    const { opensAt, closesAt, service } = this.problem;
    const leg = this.between(this.here, stop);
    const arrival = this.now + leg;
    const opens = opensAt[stop]!;
    const closes = closesAt[stop]!;
    this.paid += leg;
    if (arrival < opens) this.paid += costs.waiting * (opens - arrival);
    else if (arrival > closes) this.paid += costs.lateness * (arrival - closes);
    this.now = (arrival < opens ? opens : arrival) + service[stop]!;
    this.here = stop;
  }
}

/** The travel times with a row and a column more: the end, to which no way is long. */
function withEnd({ size, travel }: RoutingProblem): Float64Array {
  const width = size + 1;
  const all = new Float64Array(width * width);
  for (let row = 0; row < size; row++) all.set(travel.subarray(row * size, (row + 1) * size), row * width);
  return all;
}

function isSkewed({ size, travel }: RoutingProblem): boolean {
  for (let row = 1; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      if (travel[row * size + column] !== travel[column * size + row]) return true;
    }
  }
  return false;
}
