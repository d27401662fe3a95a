import type { Place } from '../../../routing/geo.js';
import { latenessOf, timetable, type TimedStop, type Visit } from '../../../routing/timetable.js';
import { usualDepartureAfter } from '../../../routing/time-windows.js';
import { isMapped } from '../../../routing/travel.js';
import type { LineString } from '../travel/osrm-answers.js';
import type { TravelPath, TravelSource } from '../travel/travel-times.service.js';

/** The way of a route, kept with it: its stops in order, and how long it takes from each to the next. */
export interface RoutePlan {
  stopIds: string[];
  /** From the stop before, or the depot. */
  legSeconds: number[];
  geometry: LineString | null;
}

/** A stop as far as planning needs to know it. */
export interface PlannedStop extends TimedStop, Place {
  id: string;
}

/** Where and when a route begins. */
export interface Beginning extends Place {
  startsAt: Date | null;
  timeZone: string;
}

/** A stop that its driver reaches too late. */
export interface LateStop {
  stopId: string;
  estimatedAt: string;
  latestAt: string;
  minutesLate: number;
}

/** When the driver leaves, as planned or as usual. */
export function departureOf({ startsAt, timeZone }: Omit<Beginning, keyof Place>): number {
  return startsAt?.getTime() ?? usualDepartureAfter(Date.now(), timeZone);
}

/** The whole tour as it is planned. */
export function plannedVisits(
  beginning: Beginning,
  stops: readonly PlannedStop[],
  legSeconds: readonly number[],
): Visit[] {
  return timetable({ at: departureOf(beginning), timeZone: beginning.timeZone }, stops, legSeconds);
}

/** What is known of a route's way before it is driven. */
export interface WayFigures {
  travelTimes: TravelSource | null;
  plannedDistanceMeters: number | null;
  plannedSeconds: number | null;
}

export function wayFigures(
  beginning: Beginning,
  stops: readonly PlannedStop[],
  { source, metres, legSeconds }: TravelPath,
): WayFigures {
  if (stops.length === 0) return { travelTimes: null, plannedDistanceMeters: null, plannedSeconds: null };
  return {
    travelTimes: source,
    plannedDistanceMeters: Math.round(metres),
    plannedSeconds: plannedDuration(beginning, plannedVisits(beginning, stops, legSeconds)),
  };
}

/** Seconds from leaving the depot until the last stop is done. */
export function plannedDuration(beginning: Beginning, visits: readonly Visit[]): number {
  const last = visits.at(-1);
  return last ? Math.round((last.leave - departureOf(beginning)) / 1000) : 0;
}

export function lateStopsOf(
  stops: readonly PlannedStop[],
  visits: readonly Pick<Visit, 'arrival' | 'closesAt'>[],
): LateStop[] {
  return stops.flatMap(({ id }, index) => {
    const { arrival, closesAt } = visits[index]!;
    const late = latenessOf({ arrival, closesAt });
    if (closesAt === null || late === 0) return [];
    const [estimatedAt, latestAt] = [arrival, closesAt].map((at) => new Date(at).toISOString());
    return [
      { stopId: id, estimatedAt: estimatedAt!, latestAt: latestAt!, minutesLate: Math.ceil(late / 60) },
    ];
  });
}

export const unplacedIn = (stops: readonly PlannedStop[]) =>
  stops.filter((stop) => !isMapped(stop)).map(({ id }) => id);

/** Whether a plan is of exactly these stops in this order. */
export function isPlanOf(plan: Pick<RoutePlan, 'stopIds'>, stops: readonly { id: string }[]): boolean {
  return plan.stopIds.length === stops.length && stops.every(({ id }, index) => id === plan.stopIds[index]);
}

export function toPlan(stops: readonly { id: string }[], { legSeconds, geometry }: TravelPath): RoutePlan {
  return {
    stopIds: stops.map(({ id }) => id),
    legSeconds: legSeconds.map((seconds) => Math.round(seconds)),
    geometry,
  };
}
