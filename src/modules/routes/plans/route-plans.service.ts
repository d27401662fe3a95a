import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Place } from '../../../routing/geo.js';
import { Depot } from '../../depots/depot.entity.js';
import type { Route } from '../route.entity.js';
import { straightPath, TravelTimes, type TravelPath } from '../travel/travel-times.service.js';
import {
  isPlanOf,
  plannedDuration,
  plannedVisits,
  toPlan,
  wayFigures,
  type Beginning,
  type PlannedStop,
} from './route-plan.js';

/** The way through some stops as it was measured, to be kept if the stops are still those. */
export interface MeasuredWay {
  stopIds: string[];
  path: TravelPath;
}

/** Keeps with every route how long its way is. */
@Injectable()
export class RoutePlans {
  constructor(private readonly travel: TravelTimes) {}

  /**
   * The way by the map; undefined where there is none, or it does not answer. Asks another server: never call it while
   * holding locks.
   */
  async measure(start: Place, stops: readonly PlannedStop[]): Promise<MeasuredWay | undefined> {
    if (!this.travel.usesMap || stops.length === 0) return undefined;
    const path = await this.travel.path([start, ...stops]);
    return path.source === 'osrm' ? { stopIds: stops.map(({ id }) => id), path } : undefined;
  }

  /**
   * Writes the way through these stops into the route, which the caller has locked and flushes. Without a measured one,
   * or with one of other stops, it is the straight line; returns whether the map should be asked for a better one.
   */
  async keep(
    em: EntityManager,
    route: Route,
    stops: readonly PlannedStop[],
    way?: MeasuredWay,
  ): Promise<boolean> {
    const beginning = await beginningOf(em, route);
    const measured = way && isPlanOf(way, stops) ? way.path : undefined;
    const path = measured ?? straightPath([beginning, ...stops]);
    em.assign(route, { plan: toPlan(stops, path), ...wayFigures(beginning, stops, path) });
    return this.travel.usesMap && stops.length > 0 && !measured;
  }

  /** Reckons anew how long the route takes after its start was moved; the way is the same. */
  async retime(
    em: EntityManager,
    route: Route,
    stops: readonly PlannedStop[],
    legSeconds: readonly number[],
  ): Promise<void> {
    if (stops.length === 0 || legSeconds.length !== stops.length) return;
    const beginning = await beginningOf(em, route);
    route.plannedSeconds = plannedDuration(beginning, plannedVisits(beginning, stops, legSeconds));
  }
}

/** Where and when a route begins. */
export async function beginningOf(em: EntityManager, route: Route): Promise<Beginning> {
  return beginningAt(await em.findOneOrFail(Depot, { id: route.depotId }), route.startsAt ?? null);
}

export function beginningAt({ latitude, longitude, timezone }: Depot, startsAt: Date | null): Beginning {
  return { latitude: latitude ?? null, longitude: longitude ?? null, timeZone: timezone, startsAt };
}
