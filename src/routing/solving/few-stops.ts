import { DriverRoute } from './driver-route.js';
import type { RoutingProblem } from './problem.js';

/** So few stops have so few orders (5,040) that looking at all of them takes milliseconds. */
export const fewStops = 7;

/** The order that costs least, by following every beginning that costs less than the best order so far. */
export function bestOrder(problem: RoutingProblem, given: ArrayLike<number>): Int32Array {
  const route = new DriverRoute(problem);
  let best = Array.from(given);
  route.set(best);
  let least = route.cost;
  const follow = (begun: number[], left: number[]) => {
    if (left.length === 0) [best, least] = [begun, route.cost];
    for (const stop of left) {
      const stops = [...begun, stop];
      route.set(stops, begun.length);
      if (route.cost < least) {
        const others = left.filter((other) => other !== stop);
        follow(stops, others);
      }
    }
  };
  follow([], best);
  return Int32Array.from(best);
}
