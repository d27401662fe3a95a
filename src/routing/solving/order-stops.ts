import { Budget } from './budget.js';
import { bestOrder, fewStops } from './few-stops.js';
import { Agenda, LocalSearch, neighboursOf } from './local-search.js';
import { figuresOf, hasWindows, type RoutingProblem, type SearchLimits } from './problem.js';
import { randomNumbers } from './random.js';
import { Tour } from './tour.js';

/** The most stops in either of the two stretches that a disturbance swaps. */
const longestDisturbed = 50;

/**
 * The order in which to visit the stops at little cost, never at more than in the given order. The best one of few
 * stops; of more, nearest neighbour, then iterated local search: a disturbance (two neighbouring stretches change
 * places), 2-opt and Or-opt around it, and back again unless that was worth it.
 */
export function orderStops(
  problem: RoutingProblem,
  given: ArrayLike<number>,
  limits: SearchLimits = {},
): Int32Array {
  if (given.length <= fewStops) return bestOrder(problem, given);
  const budget = new Budget(limits);
  const neighbours = neighboursOf(problem);
  const agenda = new Agenda(problem.size);
  const tour = new Tour(problem, cheapest(problem, [given, ...firstOrders(problem)]));
  const search = new LocalSearch(tour, neighbours, agenda);
  for (let at = 1; at <= tour.last; at++) agenda.add(tour.order[at]!);
  search.run(budget);
  disturb(tour, search, budget, randomNumbers(limits.seed ?? 1));
  return Int32Array.from(cheapest(problem, [given, tour.stops]));
}

function disturb(tour: Tour, search: LocalSearch, budget: Budget, random: () => number): void {
  const upTo = (most: number) => Math.floor(random() * most);
  tour.settle();
  const best = tour.order.slice();
  let cost = tour.cost;
  while (budget.next()) {
    const i = 1 + upTo(tour.last - 1);
    const middle = i + upTo(Math.min(longestDisturbed, tour.last - i));
    const j = middle + 1 + upTo(Math.min(longestDisturbed, tour.last - middle));
    tour.swap(i, middle, j, false, false, tour.swapping(i, middle, j, false, false, Infinity));
    search.look(i, j, i + j - middle);
    search.run(budget);
    if (tour.cost > cost) {
      tour.restore(best, cost);
      continue;
    }
    cost = tour.cost;
    best.set(tour.order.subarray(tour.changedFrom, tour.changedTo + 1), tour.changedFrom);
    tour.settle();
  }
}

/** The first of those that cost least. */
function cheapest(problem: RoutingProblem, orders: ArrayLike<number>[]): ArrayLike<number> {
  const priced = orders.map((order) => ({ order, cost: figuresOf(problem, order).cost }));
  return priced.reduce((least, one) => (one.cost < least.cost ? one : least)).order;
}

function firstOrders(problem: RoutingProblem): Int32Array[] {
  const nearest = nearestNeighbours(problem);
  if (!hasWindows(problem)) return [nearest];
  const byEnd = nearest.toSorted((a, b) => latestOf(problem, a) - latestOf(problem, b));
  return [nearest, byEnd];
}

const latestOf = ({ closesAt, opensAt }: RoutingProblem, stop: number) =>
  closesAt[stop]! < Infinity ? closesAt[stop]! : opensAt[stop]! + 1e9;

/** From each place on to the nearest that is left. */
export function nearestNeighbours({ size, travel }: RoutingProblem): Int32Array {
  const left = new Set(Array.from({ length: size - 1 }, (_, index) => index + 1));
  let here = 0;
  return Int32Array.from({ length: size - 1 }, () => {
    let [nearest, least] = [0, Infinity];
    for (const stop of left) {
      const leg = travel[here * size + stop]!;
      if (leg < least) [nearest, least] = [stop, leg];
    }
    left.delete(nearest);
    return (here = nearest);
  });
}
