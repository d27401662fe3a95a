import { travelSeconds } from './eta.js';
import type { Place } from './geo.js';

/** Smaller savings are rounding errors. */
const EPSILON_SECONDS = 1e-6;
/** Each round compares every pair of legs once; more rounds hardly shorten a route further. */
const MOST_ROUNDS = 30;

const isPlaced = (place: Place) => place.latitude !== null && place.longitude !== null;

/**
 * The order in which to visit the stops: nearest neighbour from the depot, or the given order where that is
 * shorter, improved by 2-opt; so never longer than the given order. Stops without coordinates keep their
 * relative order at the end. Deterministic.
 */
export function optimizeOrder<T extends Place>(depot: Place, stops: readonly T[]): T[] {
  const placed = stops.filter(isPlaced);
  const unplaced = stops.filter((stop) => !isPlaced(stop));
  // Without a depot on the map the route may start anywhere.
  const start = isPlaced(depot) ? depot : null;
  const greedy = nearestNeighbours(start, placed);
  const better = pathSeconds(start, greedy) < pathSeconds(start, placed) ? greedy : placed;
  return [...shortened(start, better), ...unplaced];
}

/** Travel time in seconds from `start`, if there is one, through the stops with coordinates, in this order. */
export function pathSeconds(start: Place | null, stops: readonly Place[]): number {
  const path = [...(start && isPlaced(start) ? [start] : []), ...stops.filter(isPlaced)];
  return path.slice(1).reduce((sum, stop, index) => sum + travelSeconds(path[index]!, stop), 0);
}

function nearestNeighbours<T extends Place>(start: Place | null, stops: readonly T[]): T[] {
  const left = [...stops];
  const order: T[] = start || left.length === 0 ? [] : [left.shift()!];
  while (left.length > 0) {
    const here = order.at(-1) ?? start!;
    let nearest = 0;
    let seconds = Infinity;
    left.forEach((stop, index) => {
      const leg = travelSeconds(here, stop);
      if (leg < seconds) [nearest, seconds] = [index, leg];
    });
    order.push(...left.splice(nearest, 1));
  }
  return order;
}

/** 2-opt: reverses stretches of the route as long as that shortens it. The end is open. */
function shortened<T extends Place>(start: Place | null, stops: readonly T[]): T[] {
  const points: Place[] = start ? [start, ...stops] : [...stops];
  const size = points.length;
  const legs = new Float64Array(size * size);
  points.forEach((from, row) =>
    points.forEach((to, column) => (legs[row * size + column] = travelSeconds(from, to))),
  );
  const order = Int32Array.from(points, (_, index) => index);
  const first = start ? 1 : 0;
  for (let round = 0, improved = true; improved && round < MOST_ROUNDS; round++) {
    improved = false;
    for (let i = first; i < size - 1; i++) {
      for (let j = i + 1; j < size; j++) {
        if (savedByTurning(legs, size, order, i, j) > EPSILON_SECONDS) {
          order.subarray(i, j + 1).reverse();
          improved = true;
        }
      }
    }
  }
  return Array.from(order.subarray(first), (index) => stops[index - first]!);
}

/** Seconds saved by reversing the stretch from `i` to `j`. */
function savedByTurning(legs: Float64Array, size: number, order: Int32Array, i: number, j: number): number {
  const from = order[i]!;
  const to = order[j]!;
  let saved = 0;
  if (i > 0) saved += legs[order[i - 1]! * size + from]! - legs[order[i - 1]! * size + to]!;
  if (j < size - 1) saved += legs[to * size + order[j + 1]!]! - legs[from * size + order[j + 1]!]!;
  return saved;
}
