import { localDay, momentOf, timeOfDay } from './local-time.js';

const DAY = 86_400_000;
/** A window that ended longer ago than this when the driver leaves is the next day's. */
const longestPast = DAY / 2;

/** When a stop wants its driver, by the clock of the depot. */
export interface LocalWindow {
  earliestTime: string | null;
  latestTime: string | null;
}

/** The same in moments; null where it is open. */
export interface TimeWindow {
  opensAt: number | null;
  closesAt: number | null;
}

/**
 * A stop's window on the day on which its driver leaves. One that ends before it begins goes on past midnight; one that
 * was over half a day before is meant for the day after.
 */
export function windowOn(departure: number, timeZone: string, window: LocalWindow): TimeWindow {
  const { earliestTime, latestTime } = window;
  if (earliestTime === null && latestTime === null) return { opensAt: null, closesAt: null };
  const today = localDay(departure, timeZone);
  const opens = earliestTime === null ? null : timeOfDay(earliestTime);
  const closes = latestTime === null ? null : timeOfDay(latestTime);
  const overnight = opens !== null && closes !== null && closes < opens ? DAY : 0;
  const on = (day: number): TimeWindow => ({
    opensAt: opens === null ? null : momentOf(day + opens, timeZone),
    closesAt: closes === null ? null : momentOf(day + closes + overnight, timeZone),
  });
  const found = on(today);
  const isPast = found.closesAt !== null && departure - found.closesAt > longestPast;
  return isPast ? on(today + DAY) : found;
}

/** The usual time to leave where none is planned: the next time that the clock shows it. */
const usualDeparture = '08:00';

export function usualDepartureAfter(moment: number, timeZone: string): number {
  const today = localDay(moment, timeZone);
  const on = (day: number) => momentOf(day + timeOfDay(usualDeparture), timeZone);
  const departure = on(today);
  return departure > moment ? departure : on(today + DAY);
}
