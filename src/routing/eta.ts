import type { Visit } from './timetable.js';

/** When an ETA is told. Times are in seconds. */
export const etaRules = {
  /** The published window: from this long before the estimate … */
  windowBeforeSeconds: 600,
  /** … to this long after it. */
  windowAfterSeconds: 1_200,
  /** A smaller change does not update a stored ETA. */
  smallestMoveSeconds: 60,
  /** An ETA that is this far from the one that was last told is news. */
  newsSeconds: 300,
} as const;

/** When a stop is expected, in whole minutes: `earliestAt <= estimatedAt <= latestAt`. */
export interface Eta {
  estimatedAt: Date;
  earliestAt: Date;
  latestAt: Date;
}

/** The ETAs of visits to come. */
export function etasOf(visits: readonly Visit[], now: Date): Eta[] {
  return visits.map((visit) => windowAround(visit, now.getTime()));
}

/** Whether an ETA changed enough to store it. */
export function hasMoved(stored: Date | null, eta: Date | null): boolean {
  return isApart(stored, eta, etaRules.smallestMoveSeconds);
}

/** Whether it changed enough to tell it. */
export function isNews(told: Date | null, eta: Date | null): boolean {
  return isApart(told, eta, etaRules.newsSeconds);
}

function isApart(one: Date | null, other: Date | null, seconds: number): boolean {
  if (one === null || other === null) return one !== other;
  return Math.abs(one.getTime() - other.getTime()) >= seconds * 1000;
}

const MINUTE = 60_000;

/** Whoever waits for a window to open does not begin before. */
function windowAround({ arrival, begin }: Visit, now: number): Eta {
  const soonest = Math.max(Math.ceil(now / MINUTE) * MINUTE, begin > arrival ? begin : -Infinity);
  const estimated = Math.max(Math.round(begin / MINUTE) * MINUTE, soonest);
  return {
    estimatedAt: new Date(estimated),
    earliestAt: new Date(Math.max(estimated - etaRules.windowBeforeSeconds * 1000, soonest)),
    latestAt: new Date(estimated + etaRules.windowAfterSeconds * 1000),
  };
}
