import { windowOn } from '../time-windows.js';
import type { TimedStop } from '../timetable.js';
import { serviceOf } from '../travel.js';
import type { RoutingProblem } from './problem.js';

/** When the driver leaves. */
export interface ProblemDeparture {
  /** In milliseconds since 1970. */
  at: number;
  /** Of the day on which the stops' windows are. */
  day: number;
  timeZone: string;
}

/**
 * The problem of visiting these stops.
 * @param travel seconds between all pairs: the start first, unless it is nowhere, then the stops
 */
export function makeProblem(
  stops: readonly TimedStop[],
  travel: Float64Array,
  { at, day, timeZone }: ProblemDeparture,
): RoutingProblem {
  const size = stops.length + 1;
  const windows = stops.map((stop) => windowOn(day, timeZone, stop));
  const after = (moment: number | null, otherwise: number) =>
    moment === null ? otherwise : (moment - at) / 1000;
  return {
    size,
    travel: travel.length === size * size ? travel : withFreeStart(travel, size),
    service: Float64Array.from([0, ...stops.map(serviceOf)]),
    opensAt: Float64Array.from([0, ...windows.map(({ opensAt }) => Math.max(0, after(opensAt, 0)))]),
    closesAt: Float64Array.from([Infinity, ...windows.map(({ closesAt }) => after(closesAt, Infinity))]),
  };
}

/** A start from which every stop is equally near. */
function withFreeStart(travel: Float64Array, size: number): Float64Array {
  const all = new Float64Array(size * size);
  for (let row = 1; row < size; row++) {
    all.set(travel.subarray((row - 1) * (size - 1), row * (size - 1)), row * size + 1);
  }
  return all;
}
