import type { Budget } from './budget.js';
import type { RoutingProblem } from './problem.js';
import type { Tour } from './tour.js';

/** How many near stops of each are tried as its next. */
const neighbourCount = 10;
const longestMoved = 3;
/** Smaller savings are rounding errors. */
const epsilon = 1e-7;

/** How badly `to` follows on `from`: the way there, and what waiting and lateness the two must cost in that order. */
function strain(problem: RoutingProblem, from: number, to: number): number {
  const { size, travel, service, opensAt, closesAt } = problem;
  const leg = travel[from * size + to]!;
  const waiting = opensAt[to]! - closesAt[from]! - service[from]! - leg;
  const lateness = opensAt[from]! + service[from]! + leg - closesAt[to]!;
  return leg + 0.2 * Math.max(0, waiting) + Math.max(0, lateness);
}

/** The other stops that go best before or behind every stop, best first. */
export function neighboursOf(problem: RoutingProblem, most = neighbourCount): Int32Array[] {
  const { size } = problem;
  const count = Math.max(0, Math.min(most, size - 2));
  return Array.from({ length: size }, (_, stop) => {
    const near = new Int32Array(count);
    const away = new Float64Array(count).fill(Infinity);
    if (stop === 0) return near;
    for (let other = 1; other < size; other++) {
      if (other === stop) continue;
      const distance = Math.min(strain(problem, stop, other), strain(problem, other, stop));
      if (distance >= away[count - 1]!) continue;
      let place = count - 1;
      for (; place > 0 && away[place - 1]! > distance; place--) {
        away[place] = away[place - 1]!;
        near[place] = near[place - 1]!;
      }
      away[place] = distance;
      near[place] = other;
    }
    return near;
  });
}

/** Stops that are worth a look, each once: those around which something changed. */
export class Agenda {
  private readonly waiting: Int32Array;
  private readonly listed: Uint8Array;
  private first = 0;
  private count = 0;

  constructor(size: number) {
    this.waiting = new Int32Array(size);
    this.listed = new Uint8Array(size + 1);
  }

  add(stop: number): void {
    if (stop === 0 || stop >= this.waiting.length || this.listed[stop]) return;
    this.listed[stop] = 1;
    this.waiting[(this.first + this.count++) % this.waiting.length] = stop;
  }

  next(): number | undefined {
    if (this.count === 0) return undefined;
    const stop = this.waiting[this.first]!;
    this.first = (this.first + 1) % this.waiting.length;
    this.count -= 1;
    this.listed[stop] = 0;
    return stop;
  }
}

/** Improves a tour by 2-opt and Or-opt between near stops until nothing more on the agenda can be improved. */
export class LocalSearch {
  constructor(
    private readonly tour: Tour,
    private readonly neighbours: readonly Int32Array[],
    private readonly agenda: Agenda,
  ) {}

  run(budget: Budget): void {
    for (let stop = this.agenda.next(); stop !== undefined; stop = this.agenda.next()) {
      while (budget.hasTime() && this.improveAround(stop));
    }
  }

  private improveAround(stop: number): boolean {
    for (const other of this.neighbours[stop]!) {
      if (this.turnTogether(stop, other) || this.moveTo(stop, other)) return true;
    }
    return false;
  }

  /** 2-opt: turns the stretch between the two so that they become neighbours. */
  private turnTogether(stop: number, other: number): boolean {
    const [at, there] = [this.tour.position[stop]!, this.tour.position[other]!];
    const [from, to] = at < there ? [at, there] : [there, at];
    return to - from > 1 && (this.tryTurn(from + 1, to) || this.tryTurn(from, to - 1));
  }

  /** Or-opt: moves the stop, with up to two others before or behind it, to either side of the other. */
  private moveTo(stop: number, other: number): boolean {
    const { tour } = this;
    const [at, there] = [tour.position[stop]!, tour.position[other]!];
    for (let length = 1; length <= longestMoved; length++) {
      const [ahead, back] = [at + length - 1, at - length + 1];
      if (ahead <= tour.last && (there < at || there > ahead)) {
        if (this.tryMove(at, ahead, there, false) || this.tryMove(at, ahead, there - 1, true)) return true;
      }
      if (length > 1 && back >= 1 && (there < back || there > at)) {
        if (this.tryMove(back, at, there - 1, false) || this.tryMove(back, at, there, true)) return true;
      }
    }
    return false;
  }

  /** Moves the stretch from `i` to `j` behind the position `target`. */
  private tryMove(i: number, j: number, target: number, turned: boolean): boolean {
    if (target >= i - 1 && target <= j) return turned && j > i && this.tryTurn(i, j);
    if (target > j) return this.trySwap(i, j, target, turned, false);
    return this.trySwap(target + 1, i - 1, j, false, turned);
  }

  private tryTurn(i: number, j: number): boolean {
    const added = this.tour.turning(i, j, 0);
    if (added > -epsilon) return false;
    this.tour.turn(i, j, added);
    this.look(i, j);
    return true;
  }

  private trySwap(i: number, middle: number, j: number, turnLeft: boolean, turnRight: boolean): boolean {
    const added = this.tour.swapping(i, middle, j, turnLeft, turnRight, 0);
    if (added > -epsilon) return false;
    this.tour.swap(i, middle, j, turnLeft, turnRight, added);
    this.look(i, j, i + j - middle);
    return true;
  }

  /** Puts the stops at both sides of every new joint on the agenda. */
  look(i: number, j: number, middle = i): void {
    const { order } = this.tour;
    for (const position of [i - 1, i, middle - 1, middle, j, j + 1]) this.agenda.add(order[position]!);
  }
}
