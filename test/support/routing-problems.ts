import fc from 'fast-check';
import type { RoutingProblem } from '../../src/routing/solving/problem.js';

export type Point = readonly [x: number, y: number];

/** A problem on a plane: the first point is the start; a second for each unit, none at the stops. */
export function planeProblem(points: readonly Point[], more: Partial<RoutingProblem> = {}): RoutingProblem {
  const size = points.length;
  const travel = new Float64Array(size * size);
  points.forEach((from, row) =>
    points.forEach((to, column) => {
      travel[row * size + column] = Math.hypot(from[0] - to[0], from[1] - to[1]);
    }),
  );
  return {
    size,
    travel,
    service: new Float64Array(size),
    opensAt: new Float64Array(size),
    closesAt: new Float64Array(size).fill(Infinity),
    ...more,
  };
}

export const identity = ({ size }: RoutingProblem) =>
  Array.from({ length: size - 1 }, (_, index) => index + 1);

const seconds = fc.integer({ min: 0, max: 3_600 });
const points = fc.tuple(seconds, seconds);
const stop = fc.record({
  point: fc.oneof({ weight: 9, arbitrary: points }, fc.constant<Point>([0, 0])),
  service: fc.nat(900),
  window: fc.option(fc.tuple(fc.nat(20_000), fc.option(fc.nat(10_000)))),
});

/** Problems of up to so many stops, with windows or without, some with streets that are longer one way. */
export const problems = (mostStops: number): fc.Arbitrary<RoutingProblem> =>
  fc
    .record({
      start: points,
      stops: fc.array(stop, { maxLength: mostStops }),
      timed: fc.boolean(),
      slope: fc.constantFrom(0, 0, 0.3),
    })
    .map(({ start, stops, timed, slope }) => {
      const plane = planeProblem([start, ...stops.map(({ point }) => point)]);
      const { size, travel } = plane;
      for (let row = 0; row < size; row++)
        for (let column = row + 1; column < size; column++) travel[row * size + column]! *= 1 + slope;
      const windows = stops.map(({ window }) => (timed ? window : null));
      return {
        ...plane,
        service: Float64Array.from([0, ...stops.map(({ service }) => service)]),
        opensAt: Float64Array.from([0, ...windows.map((window) => window?.[0] ?? 0)]),
        closesAt: Float64Array.from([
          Infinity,
          ...windows.map((window) => (window?.[1] == null ? Infinity : window[0] + window[1])),
        ]),
      };
    });

/** The least cost of all orders, by looking at every one. */
export function leastCost(problem: RoutingProblem, costOf: (order: number[]) => number): number {
  const permute = (left: number[], order: number[]): number =>
    left.length === 0
      ? costOf(order)
      : Math.min(
          ...left.map((stop) =>
            permute(
              left.filter((other) => other !== stop),
              [...order, stop],
            ),
          ),
        );
  return permute(identity(problem), []);
}
