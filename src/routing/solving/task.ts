import { orderStops } from './order-stops.js';
import type { RoutingProblem, SearchLimits } from './problem.js';
import { splitStops } from './split-stops.js';

/** What a thread is asked: stops in the order given, of one driver or to be divided among several. */
export interface SolvingTask {
  problem: RoutingProblem;
  /** Places of the problem; only for one driver. */
  given?: number[];
  drivers: number;
  limits: SearchLimits;
}

/** The stops of each driver in order. */
export function solve({ problem, given, drivers, limits }: SolvingTask): number[][] {
  const orders = given ? [orderStops(problem, given, limits)] : splitStops(problem, drivers, limits);
  return orders.map((order) => [...order]);
}
