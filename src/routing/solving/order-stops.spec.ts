import fc from 'fast-check';
import {
  identity,
  leastCost,
  planeProblem,
  problems,
  type Point,
} from '../../../test/support/routing-problems.js';
import { fewStops } from './few-stops.js';
import { nearestNeighbours, orderStops } from './order-stops.js';
import { costs, figuresOf, type RoutingProblem } from './problem.js';
import { randomNumbers } from './random.js';

const limits = { iterations: 60, seed: 7 };
const sorted = (order: ArrayLike<number>) => Array.from(order).sort((a, b) => a - b);

/** A problem with stops given in some order, not always that of their numbers. */
const given = (mostStops: number) =>
  problems(mostStops).chain((problem) =>
    fc
      .shuffledSubarray(identity(problem), { minLength: problem.size - 1 })
      .map((order) => ({ problem, order })),
  );

/** The nearest ones lead to an order that no exchange of two stretches makes shorter, though it is not the shortest. */
const deadEnd = {
  problem: planeProblem([
    [16, 32],
    [12, 24],
    [32, 20],
    [28, 32],
    [28, 20],
    [4, 24],
  ]),
  order: [5, 4, 1, 2, 3],
};

describe('ordering stops', () => {
  it('loses no stop, adds none and repeats none', () => {
    fc.assert(
      fc.property(given(30), ({ problem, order }) => {
        expect(sorted(orderStops(problem, order, limits))).toEqual(identity(problem));
      }),
    );
  });

  it('never makes it worse than it was given: without windows, never longer', () => {
    fc.assert(
      fc.property(given(30), ({ problem, order }) => {
        const [before, after] = [order, orderStops(problem, order, limits)].map((one) =>
          figuresOf(problem, one),
        );
        expect(after!.cost).toBeLessThanOrEqual(before!.cost);
        const isTimed = problem.closesAt.some((moment) => moment < Infinity) || problem.opensAt.some(Boolean);
        if (!isTimed) expect(after!.travel).toBeLessThanOrEqual(before!.travel);
      }),
    );
  });

  it('is later somewhere only where that saves an hour of driving for each minute', () => {
    fc.assert(
      fc.property(given(25), ({ problem, order }) => {
        const [before, after] = [order, orderStops(problem, order, limits)].map((one) =>
          figuresOf(problem, one),
        );
        const saved = before!.travel + before!.waiting - after!.travel - costs.waiting * after!.waiting;
        const later = after!.lateness - before!.lateness;
        if (later > 0) expect(costs.lateness * later).toBeLessThanOrEqual(saved + 1e-3);
      }),
    );
  });

  it('finds the best of few stops, with windows and with streets that are longer one way', () => {
    fc.assert(
      fc.property(given(fewStops), ({ problem, order }) => {
        const found = figuresOf(problem, orderStops(problem, order, limits)).cost;
        const best = leastCost(problem, (one) => figuresOf(problem, one).cost);
        expect(found).toBeLessThanOrEqual(best + 1e-6);
      }),
      { numRuns: 60, examples: [[deadEnd]] },
    );
  });

  it('gives the same answer for the same seed, and its own answer is as good as it gets', () => {
    fc.assert(
      fc.property(given(25), ({ problem, order }) => {
        const once = orderStops(problem, order, limits);
        expect(orderStops(problem, order, limits)).toEqual(once);
        const again = orderStops(problem, once, limits);
        expect(figuresOf(problem, again).cost).toBeLessThanOrEqual(figuresOf(problem, once).cost);
      }),
    );
  });

  it('keeps a good order that greed would not find', () => {
    const points: Point[] = [
      [0, 0],
      [-1, 2],
      [4, 2],
      [4, 2],
      [2, -2],
      [1, -2],
      [3, -5],
    ];
    const problem = planeProblem(points);
    const best = leastCost(problem, (order) => figuresOf(problem, order).travel);
    expect(figuresOf(problem, nearestNeighbours(problem)).travel).toBeGreaterThan(best);
    expect(figuresOf(problem, orderStops(problem, identity(problem), limits)).travel).toBeCloseTo(best, 6);
  });

  it('walks around a circle, whatever the order given', () => {
    const around = Array.from({ length: 80 }, (_, index): Point => {
      const angle = (index / 80) * 2 * Math.PI;
      return [1_000 * Math.cos(angle), 1_000 * Math.sin(angle)];
    });
    const problem = planeProblem(around);
    const random = randomNumbers(3);
    const shuffled = identity(problem)
      .map((stop) => [random(), stop] as const)
      .sort(([a], [b]) => a - b)
      .map(([, stop]) => stop);
    const side = 2 * 1_000 * Math.sin(Math.PI / 80);
    const { travel } = figuresOf(problem, orderStops(problem, shuffled, { iterations: 2_000 }));
    expect(travel).toBeCloseTo(79 * side, 3);
  });

  it('is on time where that is possible, though it is longer', () => {
    // The far stop closes early, the near ones are on the way back.
    const closesAt = Float64Array.of(Infinity, Infinity, Infinity, 1_000);
    const problem = planeProblem(
      [
        [0, 0],
        [100, 0],
        [200, 0],
        [950, 0],
      ],
      {
        closesAt,
        service: Float64Array.of(0, 60, 60, 60),
      },
    );
    expect([...orderStops(problem, [1, 2, 3], limits)]).toEqual([3, 2, 1]);
  });

  it('visits first what needs no waiting', () => {
    const opensAt = Float64Array.of(0, 600, 0, 0);
    const problem = planeProblem(
      [
        [0, 0],
        [10, 0],
        [30, 0],
        [20, 0],
      ],
      { opensAt },
    );
    expect([...orderStops(problem, [1, 2, 3], limits)].at(-1)).toBe(1);
  });

  it('stops in time with a thousand stops', () => {
    const random = randomNumbers(5);
    const points = Array.from({ length: 1_001 }, (): Point => [random() * 9_000, random() * 9_000]);
    const problem: RoutingProblem = planeProblem(points);
    const order = orderStops(problem, identity(problem), { milliseconds: 300 });
    expect(sorted(order)).toEqual(identity(problem));
    const shorter = figuresOf(problem, order).travel / figuresOf(problem, identity(problem)).travel;
    expect(shorter).toBeLessThan(0.1);
  });
});
