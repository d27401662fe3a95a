import { Injectable } from '@nestjs/common';
import { problem } from '../../common/problems/problems.js';
import type { Place } from '../../routing/geo.js';
import type { ProblemDeparture } from '../../routing/solving/make-problem.js';
import type { StopRow } from '../stops/stops.dto.js';
import { RoutePlanner } from './plans/planner.service.js';
import { departureOf } from './plans/route-plan.js';
import { isOpen } from './plans/under-way.js';
import { arranged, RouteStopsService } from './route-stops.service.js';
import type { RouteDetailRow, RouteWithStopsDto } from './routes.dto.js';
import { assertNotCompleted, RoutesService } from './routes.service.js';

/** Finds good orders for the stops of routes. */
@Injectable()
export class RoutePlanningService {
  constructor(
    private readonly routes: RoutesService,
    private readonly stops: RouteStopsService,
    private readonly planner: RoutePlanner,
  ) {}

  /**
   * Puts the open stops into a good order: from the depot, or from where the driver is.
   * @throws Problem `route_completed`, `route_changed` when stops came or went meanwhile, `too_many_at_once`
   */
  async optimizeRoute(id: string): Promise<RouteWithStopsDto> {
    const route = await this.routes.rowOf(id);
    assertNotCompleted(route);
    const stops = await this.routes.stopsOf(id);
    const ordered = await this.planner.order(startOf(route), departureFrom(route), stops.filter(isOpen));
    const ids = ordered.map((stop) => stop.id);
    return this.stops.arrange(id, (present) => arranged(present, ids) ?? changed());
  }
}

function changed(): StopRow[] {
  throw problem('route_changed', 'Stops were added or removed while their order was sought. Try again.');
}

function startOf(route: RouteDetailRow): Place {
  if (route.leavesStopId !== null)
    return { latitude: route.leavesLatitude, longitude: route.leavesLongitude };
  return { latitude: route.depotLatitude, longitude: route.depotLongitude };
}

function departureFrom({ startsAt, startedAt, leavesAt, timeZone }: RouteDetailRow): ProblemDeparture {
  if (startedAt === null) {
    const at = departureOf({ startsAt: startsAt === null ? null : new Date(startsAt), timeZone });
    return { at, day: at, timeZone };
  }
  const at = Math.max(Date.now(), new Date(leavesAt ?? startedAt).getTime());
  return { at, day: new Date(startedAt).getTime(), timeZone };
}
