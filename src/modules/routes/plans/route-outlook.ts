import { isMapped } from '../../../routing/travel.js';
import { windowOn } from '../../../routing/time-windows.js';
import type { Place } from '../../../routing/geo.js';
import type { StopRow } from '../../stops/stops.dto.js';
import type { LineString } from '../travel/osrm-answers.js';
import { straightPath } from '../travel/travel-times.service.js';
import {
  isPlanOf,
  lateStopsOf,
  plannedVisits,
  unplacedIn,
  type LateStop,
  type RoutePlan,
} from './route-plan.js';
import { isOpen } from './under-way.js';

export interface RouteOutlook {
  geometry: LineString | null;
  lateStops: LateStop[];
  unplacedStopIds: string[];
  depotUnplaced: boolean;
}

interface OutlookRoute {
  startsAt: string | null;
  startedAt: string | null;
}

/** What a dispatcher should know of a route's stops, as it stands. */
export function routeOutlook(
  { startsAt, startedAt }: OutlookRoute,
  depot: Place & { timeZone: string },
  plan: RoutePlan | null,
  stops: readonly StopRow[],
): RouteOutlook {
  const isCurrent = plan !== null && isPlanOf(plan, stops);
  const legSeconds = isCurrent ? plan.legSeconds : straightPath([depot, ...stops]).legSeconds;
  const late =
    startedAt === null
      ? lateStopsOf(
          stops,
          plannedVisits(
            { ...depot, startsAt: startsAt === null ? null : new Date(startsAt) },
            stops,
            legSeconds,
          ),
        )
      : lateByEta(stops.filter(isOpen), new Date(startedAt).getTime(), depot.timeZone);
  return {
    geometry: isCurrent ? plan.geometry : null,
    lateStops: late,
    unplacedStopIds: unplacedIn(stops),
    depotUnplaced: !isMapped(depot),
  };
}

function lateByEta(open: readonly StopRow[], day: number, timeZone: string): LateStop[] {
  const expected = open.filter(({ etaAt }) => etaAt !== null);
  const visits = expected.map((stop) => ({
    arrival: new Date(stop.etaAt!).getTime(),
    closesAt: windowOn(day, timeZone, stop).closesAt,
  }));
  return lateStopsOf(expected, visits);
}
