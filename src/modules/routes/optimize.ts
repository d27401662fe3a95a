import { travelSeconds } from './eta.js';
import type { Place } from './geo.js';

/** A better turn saves more than rounding does. */
const EPSILON_SECONDS = 1e-6;
/** Each round looks at every pair of legs once; more rounds hardly shorten a route further. */
const MOST_ROUNDS = 30;

const isPlaced = (place: Place) => place.latitude !== null && place.longitude !== null;

/**
 * The order in which to visit the stops: nearest neighbour from the depot, bettered by 2-opt, and never longer
 * than the order given. Stops without coordinates keep their relative order at the end. Same input, same answer.
 */
export function optimizeOrder<T extends Place>(depot: Place, stops: readonly T[]): T[] {
  const placed = stops.filter(isPlaced);
  const unplaced = stops.filter((stop) => !isPlaced(stop));
  // Without a depot on the map the route may start anywhere.
  const start = isPlaced(depot) ? depot : null;
  const candidates = [nearestNeighbours(start, placed), placed].map((order) => shortened(start, order));
  const [best] = candidates.sort((a, b) => pathSeconds(start, a) - pathSeconds(start, b));
  return [...best!, ...unplaced];
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

/** 2-opt: turns stretches of the route around as long as that shortens it. The end is open. */
function shortened<T extends Place>(start: Place | null, stops: readonly T[]): T[] {
  const points: Place[] = start ? [start, ...stops] : [...stops];
  const legs = points.map((from) => Float64Array.from(points, (to) => travelSeconds(from, to)));
  const order = points.map((_, index) => index);
  const leg = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? 0 : legs[from]![to]!;
  const first = start ? 1 : 0;
  for (let round = 0, improved = true; improved && round < MOST_ROUNDS; round++) {
    improved = false;
    for (let i = first; i < order.length - 1; i++) {
      for (let j = i + 1; j < order.length; j++) {
        const before = leg(order[i - 1], order[i]) + leg(order[j], order[j + 1]);
        const after = leg(order[i - 1], order[j]) + leg(order[i], order[j + 1]);
        if (after < before - EPSILON_SECONDS) {
          turnAround(order, i, j);
          improved = true;
        }
      }
    }
  }
  return order.slice(first).map((index) => stops[index - first]!);
}

function turnAround(order: number[], from: number, to: number): void {
  for (let i = from, j = to; i < j; i++, j--) [order[i], order[j]] = [order[j]!, order[i]!];
}
