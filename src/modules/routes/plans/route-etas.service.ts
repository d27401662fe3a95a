import type { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { etasOf, hasMoved, type Eta } from '../../../routing/eta.js';
import type { Place } from '../../../routing/geo.js';
import { timetable, type Visit } from '../../../routing/timetable.js';
import { Jobs } from '../../../jobs/jobs.js';
import { EventLog } from '../../events/event-log.js';
import { reportToStores } from '../../orders/store-reports.js';
import type { StopRow } from '../../stops/stops.dto.js';
import { orderEvents } from '../route-events.js';
import { updateEtas } from '../route-orders.queries.js';
import type { Route } from '../route.entity.js';
import { RoutesService } from '../routes.service.js';
import { beginningOf } from './route-plans.service.js';
import { isAtStop, legsAhead, stopsAhead, type Whereabouts } from './under-way.js';

/** A stop still to be visited on a route under way. */
interface VisitAhead {
  stop: StopRow;
  visit: Visit;
}

/** The ETAs of routes under way. The caller has locked the route and its stops. */
@Injectable()
export class RouteEtas {
  constructor(
    private readonly events: EventLog,
    private readonly jobs: Jobs,
    private readonly routes: RoutesService,
  ) {}

  /** Reckons the ETAs of all open stops, keeps those that moved, and tells of those that moved far. */
  async update(em: EntityManager, route: Route, now = new Date()): Promise<void> {
    const ahead = await this.ahead(em, route, now);
    const etas = etaById(ahead, now);
    const moved = new Map<string, Eta>();
    for (const { stop } of ahead) {
      const eta = etas.get(stop.id)!;
      if (hasMoved(stop.etaAt === null ? null : new Date(stop.etaAt), eta.estimatedAt))
        moved.set(stop.id, eta);
    }
    if (moved.size === 0) return;
    const changed = await updateEtas(em, route.id, moved);
    const news = changed.filter(({ isNews }) => isNews);
    await this.events.append(em, ...orderEvents('order.eta_changed', route, news, moved));
    await reportToStores(em, this.jobs, { what: 'eta' }, route.organizationId, news);
  }

  /** The ETAs of a route that starts now. */
  async first(em: EntityManager, route: Route, now: Date): Promise<Map<string, Eta>> {
    return etaById(await this.ahead(em, route, now), now);
  }

  /** From now on the driver is thought of as leaving that stop, where and when its attempt was made. */
  leave(route: Route, stop: StopRow, attemptedAt: Date, place: Place): void {
    const { latitude, longitude } = place.latitude === null ? stop : place;
    Object.assign(route, {
      leavesAt: attemptedAt,
      leavesStopId: stop.id,
      leavesLatitude: latitude,
      leavesLongitude: longitude,
    });
  }

  /** Moves what is still ahead by so many minutes: the next stop is reached that much later than it would be now. */
  async delay(em: EntityManager, route: Route, minutes: number, now = new Date()): Promise<void> {
    const [next] = await this.ahead(em, route, now);
    if (!next || !route.leavesAt) return;
    const behind = next.visit.arrival - (await this.unheldArrival(em, route));
    route.leavesAt = new Date(route.leavesAt.getTime() + behind + minutes * 60_000);
  }

  /** How long ago, in seconds, the driver should have been at the next stop; negative if that is to come. */
  async overdue(em: EntityManager, route: Route, now: Date): Promise<number> {
    return (now.getTime() - (await this.unheldArrival(em, route))) / 1000;
  }

  /** When the driver would be at the next stop by the plan, even if that has passed; never where none is open. */
  private async unheldArrival(em: EntityManager, route: Route): Promise<number> {
    const [next] = await this.ahead(em, route, new Date(0));
    return next?.visit.arrival ?? Infinity;
  }

  private async ahead(em: EntityManager, route: Route, now: Date): Promise<VisitAhead[]> {
    const [stops, plan] = [await this.routes.stopsOf(route.id), await this.routes.planOf(route.id)];
    const { timeZone, latitude, longitude } = await beginningOf(em, route);
    const from = whereaboutsOf(route, stops, { latitude, longitude });
    const open = stopsAhead(stops, plan, from);
    const departure = {
      at: (route.leavesAt ?? route.startedAt ?? now).getTime(),
      day: (route.startedAt ?? now).getTime(),
      timeZone,
      notBefore: now.getTime(),
    };
    const visits = timetable(departure, open, legsAhead(open, plan, from));
    return open.map((stop, index) => ({ stop, visit: visits[index]! }));
  }
}

/** From where the driver of a route goes on. */
export function whereaboutsOf(route: Route, stops: readonly StopRow[], depot: Place): Whereabouts {
  const stopId = route.leavesStopId ?? null;
  if (stopId === null) return { ...depot, stopId, isThere: true };
  const place = { latitude: route.leavesLatitude ?? null, longitude: route.leavesLongitude ?? null };
  const stop = stops.find(({ id }) => id === stopId);
  return { ...place, stopId, isThere: isAtStop(place, stop) };
}

function etaById(ahead: readonly VisitAhead[], now: Date): Map<string, Eta> {
  const etas = etasOf(
    ahead.map(({ visit }) => visit),
    now,
  );
  return new Map(ahead.map(({ stop }, index) => [stop.id, etas[index]!]));
}
