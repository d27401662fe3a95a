import fc from 'fast-check';
import { identity, planeProblem, problems, type Point } from '../../../test/support/routing-problems.js';
import { figuresOf } from './problem.js';
import { randomNumbers } from './random.js';
import { splitStops } from './split-stops.js';
import { solve } from './task.js';

const limits = { iterations: 120, seed: 7 };
const drivers = fc.integer({ min: 1, max: 5 });

describe('dividing stops among drivers', () => {
  it('gives every stop to exactly one, and none nothing while there are stops for all', () => {
    fc.assert(
      fc.property(problems(30), drivers, (problem, count) => {
        const parts = splitStops(problem, count, limits);
        expect(parts.flatMap((part) => [...part]).sort((a, b) => a - b)).toEqual(identity(problem));
        expect(parts).toHaveLength(Math.min(count, problem.size - 1));
        for (const part of parts) expect(part.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same answer for the same seed, in a thread or not', () => {
    fc.assert(
      fc.property(problems(20), drivers, (problem, count) => {
        const parts = splitStops(problem, count, limits).map((part) => [...part]);
        expect(solve({ problem, drivers: count, limits })).toEqual(parts);
      }),
      { numRuns: 30 },
    );
  });

  it('balances by time, not by count', () => {
    // Ten stops that take half an hour each in the west, thirty quick ones in the east.
    const points: Point[] = [
      [0, 0],
      ...Array.from({ length: 10 }, (_, n): Point => [-600 - 10 * n, 0]),
      ...Array.from({ length: 30 }, (_, n): Point => [600 + 10 * n, 0]),
    ];
    const service = Float64Array.from(points, (_, n) => (n === 0 ? 0 : n <= 10 ? 1_800 : 60));
    const problem = planeProblem(points, { service });
    const parts = splitStops(problem, 2, { iterations: 1_500 });
    const durations = parts.map((part) => figuresOf(problem, part).duration);
    expect(Math.max(...durations) / Math.min(...durations)).toBeLessThan(1.2);
    expect(Math.abs(parts[0]!.length - parts[1]!.length)).toBeGreaterThan(8);
  });

  it('is shorter and fairer than cutting by count', () => {
    const random = randomNumbers(11);
    const points = Array.from({ length: 121 }, (): Point => [random() * 7_200, random() * 7_200]);
    const problem = planeProblem(points, { service: new Float64Array(121).fill(180) });
    const naive = Array.from({ length: 4 }, (_, n) => identity(problem).slice(n * 30, n * 30 + 30));
    const figures = (parts: ArrayLike<number>[]) => {
      const all = parts.map((part) => figuresOf(problem, part));
      const durations = all.map(({ duration }) => duration);
      return {
        travel: all.reduce((sum, { travel }) => sum + travel, 0),
        longest: Math.max(...durations),
        spread: Math.max(...durations) / Math.min(...durations),
      };
    };
    const [cut, split] = [figures(naive), figures(splitStops(problem, 4, { iterations: 1_500 }))];
    expect(split.travel).toBeLessThan(cut.travel / 2);
    expect(split.longest).toBeLessThan(cut.longest / 2);
    expect(split.spread).toBeLessThan(1.25);
  });
});
