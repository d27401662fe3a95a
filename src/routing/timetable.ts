import { serviceOf } from './travel.js';
import { windowOn, type LocalWindow } from './time-windows.js';

/** A stop to be visited. */
export interface TimedStop extends LocalWindow {
  /** Seconds spent at the stop; null for the default. */
  serviceSeconds: number | null;
}

/** How a visit goes, in moments (milliseconds since 1970). */
export interface Visit {
  /** When the driver is there. */
  arrival: number;
  /** When the stop begins: at the arrival, or when the window opens. */
  begin: number;
  leave: number;
  /** When the window closes; null if nobody can be late. */
  closesAt: number | null;
}

interface Departure {
  at: number;
  /** Of the day on which the windows are, where the driver has left before; `at` else. */
  day?: number;
  timeZone: string;
  /** No arrival is before this. */
  notBefore?: number;
}

/**
 * The visits of a driver who leaves at that moment and takes `legSeconds[i]` to the `i`-th stop. Before a window opens
 * the driver waits.
 */
export function timetable(
  { at, day = at, timeZone, notBefore = -Infinity }: Departure,
  stops: readonly TimedStop[],
  legSeconds: readonly number[],
): Visit[] {
  let clock = at;
  return stops.map((stop, index) => {
    const { opensAt, closesAt } = windowOn(day, timeZone, stop);
    const arrival = Math.max(clock + legSeconds[index]! * 1000, notBefore);
    const begin = Math.max(arrival, opensAt ?? -Infinity);
    clock = begin + serviceOf(stop) * 1000;
    return { arrival, begin, leave: clock, closesAt };
  });
}

/** How much later than promised the driver is there, in seconds; 0 in time. */
export function latenessOf({ arrival, closesAt }: Pick<Visit, 'arrival' | 'closesAt'>): number {
  return closesAt === null ? 0 : Math.max(0, arrival - closesAt) / 1000;
}
