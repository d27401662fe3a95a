/**
 * Stops to be visited from one start, each once; the end is open. Place 0 is the start, the stops are 1 to
 * `size - 1`. Times are seconds; moments are seconds after the departure.
 */
export interface RoutingProblem {
  size: number;
  /** Travel times, row to column. A start that is nowhere has a row of zeros. */
  travel: Float64Array;
  /** Time spent at each place. */
  service: Float64Array;
  /** Who comes earlier waits; 0 where there is nothing to wait for. */
  opensAt: Float64Array;
  /** Who comes later is late; `Infinity` where nobody can be. */
  closesAt: Float64Array;
}

/** When to stop searching. With only `iterations` the answer depends on nothing but the problem and the seed. */
export interface SearchLimits {
  milliseconds?: number;
  iterations?: number;
  seed?: number;
}

/** What a second costs, compared to a second of driving. */
export const costs = {
  /** Standing is cheaper than driving. */
  waiting: 0.8,
  /** A minute too late weighs as much as an hour's drive: first be on time, then be quick. */
  lateness: 60,
} as const;

/** How a tour goes, if it visits the stops in this order. */
export interface TourFigures {
  travel: number;
  waiting: number;
  lateness: number;
  /** From the departure until the last stop is done. */
  duration: number;
  cost: number;
}

export function hasWindows({ size, opensAt, closesAt }: RoutingProblem): boolean {
  for (let place = 1; place < size; place++) {
    if (opensAt[place]! > 0 || closesAt[place]! < Infinity) return true;
  }
  return false;
}

export function figuresOf(problem: RoutingProblem, order: ArrayLike<number>): TourFigures {
  let [travel, waiting, lateness, clock, here] = [0, 0, 0, 0, 0];
  for (let index = 0; index < order.length; index++) {
    const stop = order[index]!;
    const leg = problem.travel[here * problem.size + stop]!;
    const arrival = clock + leg;
    const begin = Math.max(arrival, problem.opensAt[stop]!);
    travel += leg;
    waiting += begin - arrival;
    lateness += Math.max(0, arrival - problem.closesAt[stop]!);
    clock = begin + problem.service[stop]!;
    here = stop;
  }
  const cost = travel + costs.waiting * waiting + costs.lateness * lateness;
  return { travel, waiting, lateness, duration: clock, cost };
}
